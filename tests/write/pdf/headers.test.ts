import { describe, expect, it } from "vitest";
import type { Block, Cell } from "../../../src/model/ladder.js";
import { checkConformance } from "../../conformance/check.js";
import { openPdf } from "../../conformance/pdf/open.js";
import { nameAttribute } from "../../conformance/rules/attributes.js";
import { withImages, written } from "./made.js";
import { documentOf, paragraph } from "./sample.js";

/** A cell by its words: "*" begins a header; "" is empty; "2x" and "3y" count columns and rows. */
function cellOf(written: string): Cell {
  const [, head, columns, rows, words = ""] = /^(\*?)(?:(\d)x)?(?:(\d)y)?(.*)$/.exec(written) ?? [];
  return {
    ...(head && { header: true as const }),
    ...(columns && { colspan: Number(columns) }),
    ...(rows && { rowspan: Number(rows) }),
    blocks: words === "" ? [] : [paragraph(words)],
  };
}

const tableOf = (...rows: string[][]): Block => ({
  type: "table",
  rows: rows.map((row) => ({ cells: row.map(cellOf) })),
});

/** The rows of a table's head, and the scope of each header cell. */
async function headersOf(...rows: string[][]) {
  const { value, messages } = await written(documentOf([tableOf(...rows)]), withImages({}));
  expect(messages).toEqual([]);
  expect(await checkConformance(value)).toEqual([]);
  const { tree } = await openPdf(value);
  const elements = tree?.elements ?? [];
  const heads = elements.filter(({ type }) => type === "TH");
  return {
    head: elements.filter(({ path }) => /THead\/TR$/.test(path)).length,
    scopes: heads.map((each) => nameAttribute(each, "Table", "Scope")?.[0]).join(""),
  };
}

describe("the header cells of a table", () => {
  it.each([
    [
      "of columns",
      1,
      "CC",
      [
        ["*A", "*B"],
        ["1", "2"],
      ],
    ],
    [
      "of rows",
      0,
      "RR",
      [
        ["*A", "1"],
        ["*B", "2"],
      ],
    ],
    [
      "of both",
      1,
      "CCRR",
      [
        ["*A", "*B"],
        ["*C", "1"],
        ["*D", "2"],
      ],
    ],
    [
      "beside an empty corner",
      1,
      "CCRR",
      [
        ["", "*A", "*B"],
        ["*C", "1", "2"],
        ["*D", "3", "4"],
      ],
    ],
    [
      "before a short row's end",
      1,
      "CC",
      [
        ["*A", "*B"],
        ["1", "2", "3"],
      ],
    ],
    [
      "in two rows",
      2,
      "CCCC",
      [
        ["*2yA", "*2xB"],
        ["*C", "*D"],
        ["1", "2", "3"],
      ],
    ],
    ["that go on into the body", 0, "RC", [["*3yA", "*B"], ["1"], ["2"]]],
    ["of groups of rows", 1, "CCC", [["*A", "*B"], ["1", "2"], ["*2xC"], ["3", "4"]]],
    [
      "of a row without data",
      0,
      "RR",
      [
        ["*A", ""],
        ["*B", "1"],
      ],
    ],
    [
      "of a row and what is below",
      0,
      "B",
      [
        ["*A", "1"],
        ["2", "3"],
      ],
    ],
    ["that are all there is", 0, "RR", [["*A", "*B"]]],
  ])("%s", async (_, head, scopes, rows) => {
    expect(await headersOf(...rows)).toEqual({ head, scopes });
  });
});
