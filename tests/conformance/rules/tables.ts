import type { Pdf } from "../pdf/open.js";
import { nameAttribute } from "./attributes.js";
import { type Grid, gridOf } from "./grid.js";
import { hasHeader, headsNothing, unknownHeaders } from "./headers.js";
import { count, elementsOf, holdsOnly, isIn, kidsOf, placeOf } from "./nesting.js";
import { type Place, rules, unless } from "./rule.js";

const ROWS = ["TR", "THead", "TBody", "TFoot"];

/** Tables (ISO 32000-1, 14.8.4.3.4; ISO 14289-1, 7.2 and 7.5). */
export const tableRules = rules({
  "UA 7.2-3": {
    says: "Table holds rows, groups of rows and Caption alone",
    matterhorn: "09-004",
    check: holdsOnly("Table", ...ROWS, "Caption"),
  },
  "UA 7.2-4": {
    says: "TR is in a table or a group of its rows",
    matterhorn: "09-004",
    check: isIn("TR", "Table", "THead", "TBody", "TFoot"),
  },
  "UA 7.2-5": { says: "THead is in Table", matterhorn: "09-004", check: isIn("THead", "Table") },
  "UA 7.2-6": { says: "TBody is in Table", matterhorn: "09-004", check: isIn("TBody", "Table") },
  "UA 7.2-7": { says: "TFoot is in Table", matterhorn: "09-004", check: isIn("TFoot", "Table") },
  "UA 7.2-8": { says: "TH is in TR", matterhorn: "09-004", check: isIn("TH", "TR") },
  "UA 7.2-9": { says: "TD is in TR", matterhorn: "09-004", check: isIn("TD", "TR") },
  "UA 7.2-10": {
    says: "TR holds TH and TD alone",
    matterhorn: "09-004",
    check: holdsOnly("TR", "TH", "TD"),
  },
  "UA 7.2-11": {
    says: "A table has one THead at most",
    check: kidsOf("Table", (kids) => count(kids, "THead") <= 1, "Several THead"),
  },
  "UA 7.2-12": {
    says: "A table has one TFoot at most",
    check: kidsOf("Table", (kids) => count(kids, "TFoot") <= 1, "Several TFoot"),
  },
  "UA 7.2-13": {
    says: "A table with TFoot has TBody",
    check: kidsOf("Table", (kids) => !kids.includes("TFoot") || kids.includes("TBody"), "No TBody"),
  },
  "UA 7.2-14": {
    says: "A table with THead has TBody",
    check: kidsOf("Table", (kids) => !kids.includes("THead") || kids.includes("TBody"), "No TBody"),
  },
  "UA 7.2-15": {
    says: "No cell is over another",
    check: (pdf) => grids(pdf, ({ crossing }) => (crossing ? "A cell over another" : "")),
  },
  "UA 7.2-16": {
    says: "A table's Caption comes first or last",
    check: kidsOf("Table", (kids) => !kids.slice(1, -1).includes("Caption"), "Caption in between"),
  },
  "UA 7.2-36": { says: "THead holds TR alone", check: holdsOnly("THead", "TR") },
  "UA 7.2-37": { says: "TBody holds TR alone", check: holdsOnly("TBody", "TR") },
  "UA 7.2-38": { says: "TFoot holds TR alone", check: holdsOnly("TFoot", "TR") },
  "UA 7.2-39": {
    says: "A table has one Caption at most",
    check: kidsOf("Table", (kids) => count(kids, "Caption") <= 1, "Several Captions"),
  },
  "UA 7.2-41": {
    says: "All columns have as many rows",
    check: (pdf) =>
      grids(pdf, ({ overflow }) => (overflow === "rows" ? "A cell below the last row" : "")),
  },
  "UA 7.2-42": {
    says: "No row has more columns than the first",
    check: (pdf) =>
      grids(pdf, ({ overflow }) => (overflow === "columns" ? "A cell beside the last column" : "")),
  },
  "UA 7.2-43": {
    says: "No row has fewer columns than the first",
    check: (pdf) =>
      grids(pdf, ({ short }) => (short === undefined ? "" : `Row ${short} has too few columns`)),
  },
  "UA 7.5-1": {
    says: "Each data cell has a header cell",
    matterhorn: "15-003",
    check: (pdf) =>
      headless(pdf, (grid, unknown) => unknown.length === 0 && !grid, "No header tells of it"),
  },
  "UA 7.5-2": {
    says: "Each header cell that a data cell names is there",
    check: (pdf) =>
      headless(pdf, (grid, unknown) => unknown.length > 0 && !grid, "Unknown headers"),
  },
  "own tables have header cells": {
    says: "A table has a header cell: data alone tells nobody what it is about (ISO 14289-1, 7.5)",
    matterhorn: "15-001",
    check: (pdf) =>
      elementsOf(pdf, "Table").flatMap((table) => {
        const heads = gridOf(table).cells.filter(({ element }) => element.standard === "TH");
        return unless(heads.length > 0, "No TH", placeOf(table));
      }),
  },
  "own scope is one": {
    says: "Scope is Row, Column or Both (ISO 32000-1, 14.8.5.7)",
    check: (pdf) =>
      elementsOf(pdf, "TH").flatMap((cell) => {
        const scope = nameAttribute(cell, "Table", "Scope");
        const holds = scope === undefined || /^(?:Row|Column|Both)$/.test(scope);
        return unless(holds, `Unexpected Scope ${scope}`, placeOf(cell));
      }),
  },
  "own header cells have a scope": {
    says: "Each header cell tells its Scope: screen readers guess otherwise (ISO 14289-1, 7.5)",
    matterhorn: "15-003",
    check: (pdf) =>
      elementsOf(pdf, "TH").flatMap((cell) =>
        unless(nameAttribute(cell, "Table", "Scope") !== undefined, "No /Scope", placeOf(cell)),
      ),
  },
  "own header cells head something": {
    says: "A header cell has data in the direction of its Scope, but for the corner (ISO 14289-1, 7.5)",
    matterhorn: "15-003",
    check: (pdf) =>
      elementsOf(pdf, "Table").flatMap((table) => {
        const grid = gridOf(table);
        return grid.cells
          .filter(({ element }) => element.standard === "TH")
          .flatMap((cell) =>
            unless(!headsNothing(grid, cell), "Heads nothing", placeOf(cell.element)),
          );
      }),
  },
});

function grids(pdf: Pdf, check: (grid: Grid) => string): Place[] {
  return elementsOf(pdf, "Table").flatMap((table) => {
    const message = check(gridOf(table));
    return unless(message === "", message, placeOf(table));
  });
}

/** The data cells of regular tables without a header, unless every header cell has a scope. */
function headless(
  pdf: Pdf,
  isWrong: (hasHeader: boolean, unknown: string[]) => boolean,
  message: string,
): Place[] {
  return elementsOf(pdf, "Table").flatMap((table) => {
    const grid = gridOf(table);
    if (!grid.isRegular) return [];
    const heads = grid.cells.filter(({ element }) => element.standard === "TH");
    if (heads.every(({ element }) => nameAttribute(element, "Table", "Scope"))) return [];
    return grid.cells
      .filter(({ element }) => element.standard === "TD")
      .flatMap((cell) => {
        const wrong = isWrong(hasHeader(grid, cell), unknownHeaders(grid, cell));
        return unless(!wrong, message, placeOf(cell.element));
      });
  });
}
