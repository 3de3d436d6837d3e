import { compose } from "../../src/compose/handbook.js";
import type { Ladder } from "../../src/model/ladder.js";
import { FORMATS, type Format, loadWriter } from "../../src/write/index.js";
import { testResources } from "./resources.js";

/** What keeps a post from a PDF for everyone, and only its author can mend: the file is whole all the same. */
export const AUTHORS_FAULTS: ReadonlySet<string | undefined> = new Set([
  "skipped-heading",
  "table-without-headers",
  "image-without-alt",
]);

/** All renderings of a ladder, in memory; an error of a writer is thrown, but for its author's faults. */
export async function renderAll(
  ladder: Ladder,
  formats: readonly Format[] = FORMATS,
): Promise<Record<Format, Uint8Array>> {
  const document = compose(ladder);
  const made: [Format, Uint8Array][] = [];
  for (const format of formats) {
    const write = await loadWriter(format);
    const { value, messages } = await write({ document, ladder, resources: testResources() });
    const errors = messages.filter(({ fatal, ruleId }) => fatal && !AUTHORS_FAULTS.has(ruleId));
    if (errors.length > 0) throw new Error(`${format}: ${errors.map(String).join("; ")}`);
    made.push([format, value]);
  }
  return Object.fromEntries(made) as Record<Format, Uint8Array>;
}
