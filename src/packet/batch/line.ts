import * as path from "node:path";
import type { Message } from "../../diagnostics.js";
import { hashOfFile } from "../../files/index.js";
import type { Shared } from "../make.js";
import type { Answer } from "./kitchen.js";
import type { Entry } from "./manifest.js";
import type { ManifestWriter } from "./manifest-writer.js";
import { messageOf } from "./message-data.js";
import type { Names } from "./names.js";
import { isThere, type Plan, planOf } from "./plan.js";
import type { Pool } from "./pool.js";
import type { Row } from "./row.js";

/** What became of a row. */
export type Done =
  | { entry: Entry; isNew: boolean; messages: Message[] }
  /** A file can't be written: no more can be made. */
  | { unwritable: string };

/** What the rows of a batch have in common. */
export interface Kitchen {
  shared: Shared;
  names: Names;
  pool: Pool;
  hashOf(row: Row): string;
  /** What was made before, by the places of rows. */
  kept: ReadonlyMap<number, Entry>;
  manifest: ManifestWriter;
  folder: string;
  workshop: string;
}

/** Begins with a row: plans it at once, and makes its packet; null: it is another shard's. */
export function begin(
  row: Row,
  ordinal: number,
  isOurs: boolean,
  kitchen: Kitchen,
): Promise<Done> | null {
  // Of each row, since a name is the first row's that has it, in whatever shard.
  const plan = planOf(row, kitchen.shared, kitchen.names);
  return isOurs ? carryOut(plan, row, ordinal, kitchen) : null;
}

async function carryOut(
  { order, name, messages }: Plan,
  row: Row,
  ordinal: number,
  kitchen: Kitchen,
): Promise<Done> {
  const { folder, workshop, kept, pool } = kitchen;
  const known = { ordinal, row: row.number, hash: kitchen.hashOf(row) };
  if (!order) return { entry: failedEntry(known, messages), isNew: true, messages };
  const before = kept.get(ordinal);
  if (before?.status === "made" && isThere(folder, name, before.files)) {
    return { entry: before, isNew: false, messages };
  }
  announce(name, kitchen);
  const answer = await pool.run({ order, path: path.join(folder, name), workshop });
  return doneOf(answer, known, messages);
}

/** What an earlier run has made is no longer there as soon as another file takes its place. */
function announce(name: string, { kept, folder, shared, manifest }: Kitchen): void {
  if (kept.size === 0) return;
  const files = shared.formats.map((format) => hashOfFile(path.join(folder, `${name}.${format}`)));
  manifest.replace(files.filter((hash) => hash !== null).map((sha256) => ({ sha256 })));
}

type Known = Pick<Entry, "ordinal" | "row" | "hash">;

function doneOf(answer: Answer, known: Known, messages: Message[]): Done {
  if ("unwritable" in answer) return answer;
  const all = [...messages, ...answer.messages.map(messageOf)];
  const { files } = answer;
  const entry: Entry = files ? { ...known, status: "made", files } : failedEntry(known, all);
  return { entry, isNew: true, messages: all };
}

const failedEntry = (known: Known, messages: readonly Message[]): Entry => {
  const errors = messages.filter(({ fatal }) => fatal === true);
  return {
    ...known,
    status: "failed",
    rules: [...new Set(errors.map(({ ruleId }) => ruleId ?? ""))].sort(),
  };
};
