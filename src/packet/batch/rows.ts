import { csvRows } from "./csv.js";
import { jsonLineRows, jsonRows } from "./json.js";
import type { BatchFile, Row } from "./row.js";
import { xlsxRows } from "./xlsx/index.js";

/** Reads a file row by row. Throws a BatchError or a FileError where nothing can be made of the file. */
export type ReadRows = (file: BatchFile) => AsyncGenerator<Row>;

/** The kinds of files with candidates, by their endings. */
export const READERS = {
  csv: csvRows,
  xlsx: xlsxRows,
  json: jsonRows,
  jsonl: jsonLineRows,
} satisfies Record<string, ReadRows>;

/** The reader for a file's name; null: it has another ending. */
export function readerFor(name: string): ReadRows | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(READERS, ending) ? READERS[ending as keyof typeof READERS] : null;
}
