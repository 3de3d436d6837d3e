import * as path from "node:path";
import { FileError } from "../../files/index.js";
import { OWN_COLUMNS } from "./plan.js";
import type { Source } from "./prepare.js";
import type { BatchRequest, World } from "./request.js";
import { BatchError } from "./row.js";
import { READERS, readerFor } from "./rows.js";
import { run } from "./run.js";
import { failure, teller } from "./tell.js";

export type { BatchRequest, World } from "./request.js";

/** Makes a packet of each row of a batch. Returns 0: of all; 1: some rows failed; 2: it can't be done. */
export async function runBatch(request: BatchRequest, world: World): Promise<0 | 1 | 2> {
  const shown = request.batch.split(path.sep).join("/");
  try {
    return await run(request, sourceOf(request, shown, world), world);
  } catch (error) {
    const tell = teller(world.err, world, request.quiet);
    if (error instanceof BatchError) tell([failure(error.place, error.ruleId, error.message)]);
    else if (error instanceof FileError) tell([failure(shown, "unreadable", error.message)]);
    else throw error;
    return 2;
  }
}

function sourceOf({ shared }: BatchRequest, shown: string, { cwd }: World): Source {
  const read = readerFor(shown);
  if (!read) {
    const reason = `Unexpected ending, expected ${Object.keys(READERS).join(", ")}`;
    throw new BatchError(shown, "unknown-format", reason);
  }
  const names = [...OWN_COLUMNS, ...shared.template.fields.map(({ name }) => name)];
  return { read, file: { path: path.resolve(cwd, shown), shown, names } };
}
