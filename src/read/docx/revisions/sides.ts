import { descend, elementsOf, type Xml } from "../xml.js";

/** What to do with tracked changes (ECMA-376, 17.13.5): keep what is new, or what was before. */
export type Changes = "accept" | "reject";

/** The names of what marks one of two sides of a text: the new one, or the old one. */
export interface Side {
  /** Around runs, and in the properties of a paragraph's end. */
  content: ReadonlySet<string>;
  /** In the properties of a row, and of a cell. */
  row: string;
  cell: string;
  /** The attribute of `w:cellMerge` that says how the cell is merged on this side. */
  merge: string;
  /** Where a moved text begins. */
  move: string;
}

const NEW: Side = {
  content: new Set(["w:ins", "w:moveTo"]),
  row: "w:ins",
  cell: "w:cellIns",
  merge: "w:vMerge",
  move: "w:moveTo",
};
const OLD: Side = {
  content: new Set(["w:del", "w:moveFrom"]),
  row: "w:del",
  cell: "w:cellDel",
  merge: "w:vMergeOrig",
  move: "w:moveFrom",
};

/** Which side stays, and which goes. */
export const sidesOf = (changes: Changes): { kept: Side; gone: Side } =>
  changes === "accept" ? { kept: NEW, gone: OLD } : { kept: OLD, gone: NEW };

/** True where a paragraph's end is only on one side of the text. */
export const endsOn = (paragraph: Xml, { content }: Side): boolean =>
  paragraph.name === "w:p" &&
  elementsOf(descend(paragraph, "w:pPr", "w:rPr")).some(({ name }) => content.has(name));

/** True for a row or a cell that is only on one side. */
export const standsOn = (node: Xml, { row, cell }: Side): boolean =>
  (node.name === "w:tr" && descend(node, "w:trPr", row) !== undefined) ||
  (node.name === "w:tc" && descend(node, "w:tcPr", cell) !== undefined);
