import * as path from "node:path";
import type { Message } from "../../diagnostics.js";
import { holdsHash } from "../../files/index.js";
import { safeName } from "../file-name.js";
import { type Order, packetName, type Shared } from "../make.js";
import { checkValues, type Given } from "../values.js";
import type { Names } from "./names.js";
import { problemAt, type Row } from "./row.js";

/** What is to be done for a row: a packet of a name, or nothing since it is not right. */
export interface Plan {
  order: Order | null;
  /** The name of its files, without ending; safe. */
  name: string;
  messages: Message[];
}

/** The columns that say which level is offered; the others are the template's. */
export const OWN_COLUMNS = ["level", "title"];

/** Says what is to be done for a row. Its name is the row's own from then on. */
export function planOf(row: Row, shared: Shared, names: Names): Plan {
  const { order, messages } = orderOf(row, shared);
  const named = order && packetName(order, shared);
  const name = safeName(named?.value ?? "");
  const all = [...messages, ...(named?.messages ?? [])];
  if (!order || named?.value == null || all.some(isError))
    return { order: null, name, messages: all };
  const other = names.take(name, row.number);
  if (other === null) return { order, name, messages: all };
  const reason = `Unexpected name of its files, which row ${other} has too; nothing is overwritten`;
  return { order: null, name, messages: [...all, problemAt(row.place, "duplicate-name", reason)] };
}

const isError = ({ fatal }: Message): boolean => fatal === true;

function orderOf(row: Row, { template }: Shared): { order: Order | null; messages: Message[] } {
  // Of a row that is broken as such, its cells would tell nonsense.
  if (row.problems.length > 0) return { order: null, messages: row.problems };
  const [level, title] = OWN_COLUMNS.map((name) => row.cells.get(name)?.value);
  const given: Given = new Map([...row.cells].filter(([name]) => !OWN_COLUMNS.includes(name)));
  const { value: values, messages } = checkValues(template, given);
  const missing = isText(level) ? [] : [problemAt(row.place, "missing-level", "Missing level")];
  const all = [...missing, ...messages];
  if (!values || !isText(level) || all.some(isError)) return { order: null, messages: all };
  return { order: { level, title: isText(title) ? title : null, values }, messages: all };
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/** Whether the files of a packet are there, and are those that were made. */
export const isThere = (
  folder: string,
  name: string,
  files: readonly { format: string; sha256: string }[],
): boolean =>
  files.every(({ format, sha256 }) => holdsHash(path.join(folder, `${name}.${format}`), sha256));
