import { childOf, elementsOf, isElement, rawText, type Xml } from "../xml.js";

/** What LibreOffice sets into an empty row, since it can only track a change of text. */
const PLACEHOLDER = "\u200d";
const TRACKED = new Set(["w:ins", "w:del"]);

/** Takes LibreOffice's placeholders out of the rows that were added or taken away. */
export function dropPlaceholders(node: Xml, inRow = false): void {
  if (inRow) node.children = node.children.filter((child) => !isPlaceholder(child));
  for (const child of elementsOf(node)) dropPlaceholders(child, inRow || isTracked(child));
}

const isTracked = (node: Xml): boolean =>
  node.name === "w:tr" && elementsOf(childOf(node, "w:trPr")).some(({ name }) => TRACKED.has(name));

const isPlaceholder = (node: Xml["children"][number]): boolean =>
  isElement(node) && TRACKED.has(node.name) && wordsIn(node) === PLACEHOLDER;

const wordsIn = (node: Xml): string =>
  /^w:(?:t|delText)$/.test(node.name) ? rawText(node) : elementsOf(node).map(wordsIn).join("");
