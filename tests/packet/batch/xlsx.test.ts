import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { BatchError, type Row } from "../../../src/packet/batch/row.js";
import { xlsxRows } from "../../../src/packet/batch/xlsx/index.js";
import { scratch } from "../../cli/run.js";
import { type CellXml, number, text, workbook } from "./xlsx.js";

const NAMES = ["level", "candidate.name", "start_date", "note"];
const HEAD = NAMES.map(text);

async function read(content: Uint8Array, into = scratch()): Promise<Row[]> {
  const file = path.join(into, "x.xlsx");
  writeFileSync(file, content);
  const rows: Row[] = [];
  for await (const row of xlsxRows({ path: file, shown: "x.xlsx", names: NAMES })) rows.push(row);
  return rows;
}

const refusal = (content: Uint8Array): Promise<string> =>
  read(content).then(
    () => "read",
    (error) => (error instanceof BatchError ? `${error.place} (${error.ruleId})` : String(error)),
  );

/** What each of these cells gives, one a row. */
async function valuesOf(cells: CellXml[], book: object = {}): Promise<unknown[]> {
  const rows = await read(
    workbook({ rows: [HEAD, ...cells.map((cell) => [text("x"), cell])], ...book }),
  );
  return rows.map(
    (row) =>
      row.cells.get("candidate.name")?.value ??
      row.problems.map(({ file, reason }) => `${file}: ${reason}`),
  );
}

test("gives any text as it stands, and the names of its cells", async () => {
  const into = scratch();
  const any = fc.string({ unit: "binary" }).filter((each) => each !== "");
  const property = fc.asyncProperty(fc.array(any), async (texts) => {
    const rows = await read(
      workbook({ rows: [HEAD, ...texts.map((each) => [null, text(each)])] }),
      into,
    );
    expect(rows.map(({ cells }) => cells.get("candidate.name"))).toEqual(
      texts.map((value, i) => ({ value, place: `x.xlsx:B${i + 2}: row ${i + 2}, candidate.name` })),
    );
  });
  await fc.assert(property, { numRuns: 200 });
});

test("of a formula it gives the text that stands there", async () => {
  const formula: CellXml = ['t="str"', '<f>HYPERLINK("http://x")</f><v>=1+1</v>'];
  expect(await valuesOf([formula, ["", "<f>SUM(1)</f><v>85000.1</v>"]])).toEqual([
    "=1+1",
    "85000.1",
  ]);
});

test("numbers are as a spreadsheet shows them, truth is a word, an error none", async () => {
  const cells: CellXml[] = [
    number(85000),
    number("0.30000000000000004"),
    number("1E3"),
    ['t="b"', "<v>1</v>"],
    ['t="e"', "<v>#N/A</v>"],
  ];
  expect(await valuesOf(cells)).toEqual([
    "85000",
    "0.3",
    "1000",
    "true",
    ["x.xlsx:B6: row 6, candidate.name: Unexpected error in a cell, expected a value"],
  ]);
});

test("dates are in ISO 8601", async () => {
  const formats = [
    "yyyy-mm-dd",
    'd. mmm yyyy "um" hh:mm',
    "[$-407]DD/MM/YY",
    "h:mm",
    '0.00 "days"',
    "[Red]0",
  ];
  const days = [
    number(46388, 1),
    number(46388.5, 2),
    number(1, 3),
    number(0.25, 4),
    number(3, 5),
    number(3, 6),
  ];
  expect(await valuesOf(days, { formats })).toEqual([
    "2027-01-01",
    "2027-01-01T12:00:00",
    "1900-01-01",
    "06:00:00",
    "3",
    "3",
  ]);
  expect(await valuesOf([number(44926, 1)], { formats, from1904: true })).toEqual(["2027-01-01"]);
});

test("shared texts are without what tells how they are said, and may change their looks", async () => {
  const shared = ["<r><t>A</t></r><r><rPr><b/></rPr><t>nn</t></r><rPh><t>an</t></rPh>"];
  expect(await valuesOf([['t="s"', "<v>0</v>"]], { shared })).toEqual(["Ann"]);
});

test("rows without cells are none, and count", async () => {
  const rows = await read(
    workbook({ rows: [[], HEAD, [text("a")], [null, text("")], [], [text("b")]] }),
  );
  expect(rows.map((row) => row.number)).toEqual([3, 6]);
});

test("a cell beyond the head fails its row alone", async () => {
  const rows = await read(
    workbook({ rows: [HEAD, [text("a"), null, null, null, text("?")], [text("b")]] }),
  );
  expect(rows.map((row) => row.problems.map(({ file }) => file))).toEqual([
    ["x.xlsx:E2: row 2"],
    [],
  ]);
});

test("what LibreOffice makes of a CSV is read as that", async (context) => {
  const folder = scratch({
    "x.csv":
      'level,candidate.name,start_date,note\nse-l2,"Zoë, ""Z""",2027-02-01,"=1+1"\nse-l3,李雷,2027-12-31,"two\nlines"\n',
  });
  const office = spawnSync("soffice", [
    "--headless",
    `-env:UserInstallation=file://${folder}/user`,
    "--convert-to",
    "xlsx",
    "--infilter=CSV:44,34,76,1",
    "--outdir",
    folder,
    path.join(folder, "x.csv"),
  ]);
  context.skip(
    !existsSync(path.join(folder, "x.xlsx")),
    `LibreOffice Calc is not there (${office.status})`,
  );
  const rows = await read(readFileSync(path.join(folder, "x.xlsx")));
  expect(rows.map(({ cells }) => [...cells.values()].map(({ value }) => value))).toEqual([
    ["se-l2", 'Zoë, "Z"', "2027-02-01", expect.stringMatching(/^(?:=1\+1|2)$/)],
    ["se-l3", "李雷", "2027-12-31", "two\nlines"],
  ]);
});

const bomb = (size: number) => new Uint8Array(size).fill(0x20);

test.each([
  ["no zip", strToU8("level,note\n"), "x.xlsx (not-xlsx)"],
  ["another zip", zipSync({ "a.txt": strToU8("a") }), "x.xlsx (not-xlsx)"],
  [
    "a document type",
    workbook({
      rows: [],
      parts: { "xl/workbook.xml": strToU8('<!DOCTYPE w [<!ENTITY e "x">]><w>&e;</w>') },
    }),
    "x.xlsx (not-xlsx)",
  ],
  [
    "XML that breaks off",
    workbook({
      rows: [],
      parts: { "xl/worksheets/sheet1.xml": strToU8("<worksheet><sheetData>") },
    }),
    "x.xlsx (not-xlsx)",
  ],
  [
    "a sheet that unpacks to 400 times its size",
    workbook({ rows: [], parts: { "xl/worksheets/sheet1.xml": bomb(12 << 20) } }),
    "x.xlsx (too-large)",
  ],
  [
    "texts of more than 64 MiB",
    workbook({ rows: [], parts: { "xl/sharedStrings.xml": bomb(65 << 20) } }),
    "x.xlsx (too-large)",
  ],
  [
    "a row of more than 1 MiB",
    workbook({ rows: [HEAD, [text("x".repeat(3 << 20))]] }),
    "x.xlsx (long-row)",
  ],
  [
    "an unknown column",
    workbook({ rows: [[text("level"), text("nane")]] }),
    "x.xlsx:B1 (unknown-column)",
  ],
  ["an empty sheet", workbook({ rows: [] }), "x.xlsx (empty-batch)"],
])("refuses %s", async (_, content, expected) => {
  expect(await refusal(content)).toBe(expected);
});
