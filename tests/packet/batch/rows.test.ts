import { writeFileSync } from "node:fs";
import * as path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BatchError, type Row } from "../../../src/packet/batch/row.js";
import { readerFor } from "../../../src/packet/batch/rows.js";
import { scratch } from "../../cli/run.js";

const NAMES = ["level", "candidate.name", "salary", "note"];

const folder = () => scratch();

/** The rows of a file of this content. */
async function read(name: string, content: string | Uint8Array, into = folder()): Promise<Row[]> {
  const file = path.join(into, name);
  writeFileSync(file, content);
  const rows: Row[] = [];
  for await (const row of readerFor(name)?.({ path: file, shown: name, names: NAMES }) ?? [])
    rows.push(row);
  return rows;
}

const valuesOf = ({ cells }: Row) =>
  Object.fromEntries([...cells].map(([name, { value }]) => [name, value]));

const told = ({ problems }: Row) => problems.map(({ file, ruleId }) => `${file} (${ruleId})`);

/** Why a file can't be used: "candidates.csv:1:7 (rule)". */
async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  try {
    await read(name, content);
  } catch (error) {
    if (error instanceof BatchError) return `${error.place} (${error.ruleId})`;
    throw error;
  }
  return "read";
}

/** Text as files hold it: no half characters, no byte order mark at the front. */
const TEXT = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."ab,;\t\"'\n\r=+-@ é\u{1f600}\u202e") }),
  )
  .filter((text) => !text.startsWith("\ufeff"));

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const needsQuotes = (text: string): boolean => /[",;\t\r\n]/.test(text);

describe("CSV", () => {
  test("gives each cell as it stands, and its place, whatever the line ends", async () => {
    const into = folder();
    const cell = fc.record({ text: TEXT, quote: fc.boolean() });
    const table = fc.array(
      fc.record({
        cells: fc.tuple(cell, cell, cell, cell),
        end: fc.constantFrom("\n", "\r\n", "\n\n", "\r\n\r\n"),
      }),
      { maxLength: 8 },
    );
    const property = fc.asyncProperty(table, fc.boolean(), async (rows, bom) => {
      let csv = `${NAMES.join(",")}\n`;
      const expected: Record<string, [string, string]>[] = [];
      for (const { cells, end } of rows) {
        const found: Record<string, [string, string]> = {};
        for (const [index, { text, quote }] of cells.entries()) {
          if (index > 0) csv += ",";
          const before = csv.split(/\r\n|\r|\n/);
          const place = `x.csv:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
          // The first cell is quoted at least where the line would be empty without it.
          csv += quote || index === 0 || needsQuotes(text) ? quoted(text) : text;
          if (text !== "") found[NAMES[index] ?? ""] = [text, place];
        }
        csv += end;
        expected.push(found);
      }
      const given = await read("x.csv", `${bom ? "\ufeff" : ""}${csv}`, into);
      expect(given.flatMap(told)).toEqual([]);
      const seen = given.map(({ cells, number }) =>
        Object.fromEntries(
          [...cells].map(([name, { value, place }]) => {
            expect(place.endsWith(`: row ${number}, ${name}`)).toBe(true);
            return [name, [value, place.split(": row")[0]]];
          }),
        ),
      );
      expect(seen).toEqual(expected);
    });
    await fc.assert(property, { numRuns: process.env.RUNGBOOK_LONG ? 5000 : 200 });
  });

  test("counts rows as a spreadsheet does, empty lines too", async () => {
    const rows = await read("x.csv", 'level,note\n\n"a","x\ny"\n\n\nb,z\n');
    expect(rows.map(({ number, place }) => [number, place])).toEqual([
      [3, "x.csv:3:1: row 3"],
      [6, "x.csv:7:1: row 6"],
    ]);
  });

  test("a broken row fails alone", async () => {
    const rows = await read(
      "x.csv",
      'level,note\na,1\nb\nc,2,3\nd,say "hi"\ne,"f"g\n"h","i"\nj,4,\n',
    );
    expect(rows.map(told)).toEqual([
      [],
      ["x.csv:3:1: row 3 (row-length)"],
      ["x.csv:4:1: row 4 (row-length)"],
      ["x.csv:5:7: row 5 (stray-quote)"],
      ["x.csv:6:6: row 6 (stray-quote)"],
      [],
      ["x.csv:8:1: row 8 (row-length)"],
    ]);
  });

  test("semicolons and tabs part cells too, as the head says", async () => {
    for (const mark of [";", "\t"]) {
      const rows = await read("x.csv", `level${mark}note\r\na${mark}"1,5${mark}"\r\n`);
      expect(rows.map(valuesOf)).toEqual([{ level: "a", note: `1,5${mark}` }]);
    }
  });

  test("columns without a name may stand at the end, with nothing in them", async () => {
    const rows = await read("x.csv", "level,note,,\na,1,,\nb,2,,x\n");
    expect(rows.map(told)).toEqual([[], ["x.csv:3:1: row 3 (row-length)"]]);
  });

  test.each([
    ["an unknown column", "level,nme\n", "x.csv:1:7 (unknown-column)"],
    ["a second column of a name", "level, level\n", "x.csv:1:7 (duplicate-column)"],
    ["a column without a name", "level,,note\n", "x.csv:1:7 (unnamed-column)"],
    ["no head", "", "x.csv (empty-batch)"],
    ["a quote that stays open", 'level,note\na,1\nb,"2\nc,3\n', "x.csv:3:1 (open-quote)"],
    ["a row without end", `level,note\n"${"x".repeat(1 << 21)}\n`, "x.csv:2:1 (long-row)"],
    ["Latin-1", Buffer.from("level,note\na,\xe9\n", "latin1"), "x.csv (not-utf-8)"],
    ["UTF-16", Buffer.from("\ufefflevel,note\na,b\n", "utf16le"), "x.csv (not-utf-8)"],
  ])("refuses %s", async (_, content, expected) => {
    expect(await refusal("x.csv", content)).toBe(expected);
  });

  test("a file without a head is not told with its first candidate", async () => {
    const error = await read("x.csv", "Ann Secret,se-l2\n").catch((thrown: Error) => thrown);
    expect(String(error)).not.toContain("Secret");
  });
});

describe("JSON", () => {
  const list =
    '[\n  {"level": "é", "candidate": {"name": "\\u0041nn"}},\n {"salary": 1.5, "note": null}]';

  test("gives each value as it stands, and its place", async () => {
    const rows = await read("x.json", list);
    expect(rows.map(valuesOf)).toEqual([{ level: "é", "candidate.name": "Ann" }, { salary: 1.5 }]);
    const places = rows.flatMap(({ cells }) => [...cells.values()].map(({ place }) => place));
    expect(places).toEqual([
      "x.json:2:13: row 1, level",
      "x.json:2:40: row 1, candidate.name",
      "x.json:3:13: row 2, salary",
    ]);
  });

  test("is read as JSON.parse reads it", async () => {
    const into = folder();
    const value = fc.oneof(TEXT, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
    const row = fc.dictionary(fc.constantFrom("a", "b", "__proto__", 'x"y\\'), value);
    const property = fc.asyncProperty(fc.array(row), fc.nat(3), async (rows, indent) => {
      const json = JSON.stringify(rows, null, indent);
      const expected = JSON.parse(json).map(Object.entries);
      const given = await read("x.json", json, into);
      expect(given.map(({ cells }) => [...cells].map(([name, c]) => [name, c.value]))).toEqual(
        expected,
      );
      const lines = await read(
        "x.jsonl",
        rows.map((each) => `${JSON.stringify(each)}\n`).join(""),
        into,
      );
      expect(lines.map(({ cells }) => [...cells].map(([name, c]) => [name, c.value]))).toEqual(
        expected,
      );
    });
    await fc.assert(property, { numRuns: 200 });
  });

  test("a list is no value, and its contents are none of the row's", async () => {
    const [row] = await read("x.json", '[{"note": [{"level": "x"}], "level": "y"}]');
    expect(row && valuesOf(row)).toEqual({ note: [], level: "y" });
  });

  test.each([
    ["an object", '{"level": "a"}'],
    ["no JSON", '[{"level": "a",}]'],
    ["a cut file", '[{"level": "a"}'],
    ["two lists", '[{"level": "a"}] [1]'],
    ["nothing", ""],
    ["a value without end", `[{"level": "${"x".repeat(1 << 21)}"}]`],
  ])("refuses %s, without its words", async (_, content) => {
    expect(await refusal("x.json", content)).toBe("x.json (not-json)");
  });

  test("an element that is no object, and a name that comes twice, fail alone", async () => {
    const rows = await read("x.json", '[{"level": "a"}, 3, {"level": "b", "level": "c"}]');
    expect(rows.map(told)).toEqual([
      [],
      ["x.json:1:18: row 2 (not-json)"],
      ["x.json:1:45: row 3, level (duplicate-field)"],
    ]);
  });

  test("a bad line of JSON lines fails alone; empty lines count", async () => {
    const rows = await read(
      "x.jsonl",
      '{"level": "a"}\r\n\n{"level": \n[]\n{} {}\n  {"level": "b"}',
    );
    expect(rows.map(({ number }) => number)).toEqual([1, 3, 4, 5, 6]);
    expect(rows.map(told)).toEqual([
      [],
      ["x.jsonl:3:1: row 3 (not-json)"],
      ["x.jsonl:4:1: row 4 (not-json)"],
      ["x.jsonl:5:1: row 5 (not-json)"],
      [],
    ]);
    expect(rows[4]?.cells.get("level")).toEqual({
      value: "b",
      place: "x.jsonl:6:13: row 6, level",
    });
  });
});
