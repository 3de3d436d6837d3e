import { Tokenizer } from "@streamparser/json";
import { MAX_ROW_BYTES } from "../../limits.js";
import { Places } from "./json-places.js";
import { type JsonRow, JsonRows, NotAList } from "./json-rows.js";
import { BatchError, type BatchFile, type Cell, problemAt, type Row } from "./row.js";
import { textOf } from "./text.js";

/** The rows of a JSON file: a list of objects. Throws a BatchError, a FileError. */
export async function* jsonRows(file: BatchFile): AsyncGenerator<Row> {
  const reader = new JsonReader(file, 1);
  let number = 0;
  for await (const piece of textOf(file)) {
    reader.add(piece);
    for (const row of reader.take()) yield rowOf(row, ++number, reader.placeIn(file.shown));
  }
  reader.end();
}

/** The rows of a file with an object in each line. A line that is no JSON fails alone. */
export async function* jsonLineRows(file: BatchFile): AsyncGenerator<Row> {
  let number = 0;
  for await (const line of linesOf(file)) {
    number++;
    if (line.trim() !== "") yield lineRow(line, number, file);
  }
}

async function* linesOf(file: BatchFile): AsyncGenerator<string> {
  let rest = "";
  let number = 0;
  for await (const piece of textOf(file)) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    number += lines.length;
    if (rest.length > MAX_ROW_BYTES) {
      const reason = `Unexpected line of more than ${MAX_ROW_BYTES} bytes`;
      throw new BatchError(`${file.shown}:${number + 1}:1`, "long-row", reason);
    }
    yield* lines;
  }
  if (rest) yield rest;
}

function lineRow(line: string, number: number, file: BatchFile): Row {
  const reader = new JsonReader(file, 0);
  const place = reader.placeIn(file.shown, number);
  try {
    reader.add(line);
    reader.end();
    const [row, ...more] = reader.take();
    if (row && more.length === 0) return rowOf(row, number, place);
  } catch (error) {
    if (!(error instanceof BatchError)) throw error;
  }
  const where = `${file.shown}:${number}:1: row ${number}`;
  return broken(where, number, "not-json", "Unexpected line, expected an object in JSON");
}

/** Text in, rows out. */
class JsonReader {
  readonly #tokenizer = new Tokenizer();
  readonly #places = new Places();
  readonly #rows: JsonRows;
  #size = 0;
  #since = 0;

  constructor(
    private readonly file: BatchFile,
    depth: 0 | 1,
  ) {
    this.#rows = new JsonRows(depth);
    this.#tokenizer.onToken = (token) => this.#rows.add(token);
  }

  add(text: string): void {
    const bytes = Buffer.from(text);
    this.#places.add(bytes);
    this.#size += bytes.length;
    this.#attempt(() => this.#tokenizer.write(bytes));
    if (this.#rows.rows.length > 0) this.#since = this.#size;
    if (this.#size - this.#since > MAX_ROW_BYTES) this.#fail(`of more than ${MAX_ROW_BYTES} bytes`);
  }

  end(): void {
    this.#attempt(() => {
      if (!this.#tokenizer.isEnded) this.#tokenizer.end();
    });
    if (!this.#rows.whole) this.#fail("that ends too early");
  }

  take = (): JsonRow[] => this.#rows.rows.splice(0);

  /** Tells a byte's place; a line of its own stands in that line of the file. */
  placeIn =
    (shown: string, only?: number) =>
    (offset: number): string => {
      const { line, column } = this.#places.at(offset);
      return `${shown}:${only ?? line}:${column}`;
    };

  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof NotAList) this.#fail("that is no list of objects");
      this.#fail("that is no JSON");
    }
  }

  /** The libraries' own words would tell values. */
  #fail(what: string): never {
    const row = this.#rows.count + 1;
    throw new BatchError(
      this.file.shown,
      "not-json",
      `Unexpected text ${what}, in or behind row ${row}`,
    );
  }
}

function rowOf(row: JsonRow, number: number, placeAt: (offset: number) => string): Row {
  const place = `${placeAt(row.offset)}: row ${number}`;
  if (!row.isObject)
    return broken(place, number, "not-json", "Unexpected value, expected an object");
  const cells = new Map<string, Cell>();
  const problems = [];
  for (const { name, value, offset } of row.cells) {
    const where = `${placeAt(offset)}: row ${number}, ${name}`;
    if (cells.has(name))
      problems.push(problemAt(where, "duplicate-field", "Unexpected second value"));
    if (value !== null) cells.set(name, { value, place: where });
  }
  return { number, place, cells, problems };
}

const broken = (place: string, number: number, ruleId: string, reason: string): Row => ({
  number,
  place,
  cells: new Map(),
  problems: [problemAt(place, ruleId, reason)],
});
