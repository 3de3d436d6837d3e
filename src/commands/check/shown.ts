import type { ShownDifference } from "../../compose/shown/index.js";
import { message } from "../../diagnostics.js";
import type { Document } from "../../document.js";
import { MAX_DRIFTS_TOLD } from "../../limits.js";
import type { Finding } from "../../report/report.js";
import type { Context } from "../command.js";
import { aroundDifference, restOf, shorten } from "./drift.js";
import { readInThread } from "./pdf-reading.js";

const NOTE =
  'What people see and the ladder attached to the PDF are not the same: write it anew with "rungbook build", or bring the change into the post';

/** What a PDF should show: the document of its ladder, and the post whose places that has, if one is known. */
export interface Wanted {
  document: Document;
  post?: string;
}

/** Says where the visible text of a PDF is not that of the ladder it carries. */
export async function shownFindings(
  bytes: Uint8Array,
  { document, post }: Wanted,
  file: string,
  context: Context,
): Promise<Finding[]> {
  const { value, messages } = await shownTexts(bytes, context);
  const about = messages.map(
    (each): Finding => ({ file, message: each, ...(each.fatal === true && { failure: true }) }),
  );
  if (!value) return about;
  const { diffShown } = await import("../../compose/shown/index.js");
  const differences = diffShown(value, document);
  const told = differences.slice(0, MAX_DRIFTS_TOLD).map((each) => findingOf(each, file, post));
  const last = told.at(-1);
  if (last) last.message.note = NOTE;
  return [...told, ...restOf(differences.length, RULE, file)];
}

async function shownTexts(bytes: Uint8Array, { startPdfReader }: Context) {
  if (startPdfReader) return readInThread(startPdfReader(), bytes);
  return (await import("../../read/index.js")).readShownTexts(bytes);
}

const RULE = "visible-text";

function findingOf(difference: ShownDifference, file: string, post?: string): Finding {
  const { found, expected, place } = difference;
  const told = message("error", RULE, sentence(difference), {
    ...(found !== null && { actual: found }),
    ...(expected !== null && { expected: [expected] }),
  });
  return { file, message: told, ...(post && place && { source: { file: post, place } }) };
}

function sentence({ path, page, found, expected, moved }: ShownDifference): string {
  const where = `on page ${page}`;
  if (moved)
    return `Unexpected place of "${shorten(found ?? "")}" ${where}, expected it in ${path}`;
  if (found === null)
    return `Unexpected gap ${where} in ${path}, expected "${shorten(expected ?? "")}"`;
  if (expected === null) {
    const behind = path === "" ? "" : ` after ${path}`;
    return `Unexpected "${shorten(found)}" ${where}${behind}, expected nothing there`;
  }
  const [is, should] = aroundDifference(found, expected);
  return `Unexpected "${is}" ${where} in ${path}, expected "${should}"`;
}
