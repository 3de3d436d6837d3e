import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type CsvError, type Info, parse } from "csv-parse";
import { MAX_ROW_BYTES } from "../../limits.js";
import { columnsOf } from "./columns.js";
import { type Places, type Point, placesOf } from "./csv-places.js";
import { BatchError, type BatchFile, type Cell, problemAt, type Row } from "./row.js";
import { textOf } from "./text.js";

/** What the parser gives of a record. */
interface Parsed {
  record: string[];
  raw: string;
  info: Info;
}

/** A record with its number among the lines of cells, and the places of its cells. */
interface Placed {
  cells: { text: string; point: Point }[];
  number: number;
  stray: Point | null;
}

/** The rows of a CSV file; its first line of cells is the head. Throws a BatchError, a FileError. */
export async function* csvRows(file: BatchFile): AsyncGenerator<Row> {
  let columns: (string | null)[] | null = null;
  for await (const placed of placedRecords(file)) {
    if (columns) yield rowOf(placed, columns, file.shown);
    else columns = headOf(placed, file);
  }
  if (!columns) throw new BatchError(file.shown, "empty-batch", "Unexpected empty file");
}

const at = (shown: string, { line, column }: Point): string => `${shown}:${line}:${column}`;

function headOf({ cells, stray }: Placed, { shown, names }: BatchFile): (string | null)[] {
  if (stray) throw new BatchError(at(shown, stray), "stray-quote", STRAY);
  const heads = cells.map(({ text, point }) => ({ name: text, place: at(shown, point) }));
  return columnsOf(heads, names);
}

const STRAY =
  "Unexpected quote, expected one at the beginning and the end of a cell, and two within";

function rowOf(placed: Placed, columns: readonly (string | null)[], shown: string): Row {
  const { number, cells, stray } = placed;
  const place = `${at(shown, cells[0]?.point ?? { line: 1, column: 1 })}: row ${number}`;
  const found = new Map<string, Cell>();
  for (const [index, { text, point }] of cells.entries()) {
    const name = columns[index];
    if (name && text !== "") {
      found.set(name, { value: text, place: `${at(shown, point)}: row ${number}, ${name}` });
    }
  }
  const broken = stray ? at(shown, stray) : place;
  const problems = [
    ...(stray ? [problemAt(`${broken}: row ${number}`, "stray-quote", STRAY)] : []),
    ...lengthProblems(cells, columns, place),
  ];
  return { number, place, cells: found, problems };
}

function lengthProblems(
  cells: Placed["cells"],
  columns: readonly (string | null)[],
  place: string,
) {
  const named = columns.filter((name) => name !== null).length;
  const beyond = cells.slice(named).some(({ text }) => text !== "");
  if (!beyond && cells.length === columns.length) return [];
  const reason = `Unexpected number of cells (${cells.length}), expected ${columns.length} as in the head`;
  return [problemAt(place, "row-length", reason)];
}

/** The records one after the other, while the file is read. */
async function* placedRecords(file: BatchFile): AsyncGenerator<Placed> {
  const text = textOf(file);
  const first = await text.next();
  const start = first.done ? "" : first.value;
  const delimiter = delimiterOf(start);
  let line = 1;
  for await (const { record, raw, info } of parsed([start], text, delimiter, () => line, file)) {
    const places: Places = placesOf(raw, delimiter, line);
    line = places.next;
    const cells = record.map((each, index) => ({
      text: each,
      point: places.cells[index] ?? places.cells.at(-1) ?? { line, column: 1 },
    }));
    yield { cells, number: info.records + info.empty_lines, stray: places.stray };
  }
}

/** Excel writes semicolons where a comma stands in numbers; the head tells. */
function delimiterOf(start: string): string {
  const [head = ""] = start.split(/[\r\n]/, 1);
  return [",", ";", "\t"].find((each) => head.includes(each)) ?? ",";
}

async function* parsed(
  start: readonly string[],
  rest: AsyncGenerator<string>,
  delimiter: string,
  line: () => number,
  { shown }: BatchFile,
): AsyncGenerator<Parsed> {
  let error: CsvError | null = null;
  const parser = parse({
    delimiter,
    raw: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    // A stray quote is told with its row, whose end is then the line's end.
    relax_quotes: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: MAX_ROW_BYTES,
    skip_records_with_error: true,
    on_skip(found) {
      // It would be told at every further byte.
      if (!error && found?.code === "CSV_MAX_RECORD_SIZE") parser.destroy();
      error ??= found ?? null;
      return undefined;
    },
  });
  const fed = pipeline(Readable.from(joined(start, rest)), parser);
  // What goes wrong on the way in is thrown by the loop below.
  fed.catch(() => {});
  try {
    yield* parser as AsyncIterable<Parsed>;
  } catch (thrown) {
    if (!error) throw thrown;
  }
  if (error) throw new BatchError(`${shown}:${line()}:1`, ...reasonFor(error));
}

async function* joined(start: readonly string[], rest: AsyncGenerator<string>) {
  yield* start;
  yield* rest;
}

function reasonFor({ code }: CsvError): [string, string] {
  if (code !== "CSV_MAX_RECORD_SIZE") {
    return ["open-quote", "Unexpected end of the file in a quoted cell that begins in this row"];
  }
  const reason = `Unexpected row of more than ${MAX_ROW_BYTES} bytes: a quote may be open`;
  return ["long-row", reason];
}
