import { attributeOf, childOf, elementsOf, isOn, rawText, type Xml } from "./xml.js";

/** Elements of which a person sees no word, or whose words are told by themselves. */
const SILENT = new Set(["w:pPr", "w:rPr", "w:txbxContent", "w:instrText", "w:rt"]);

/** What elements other than text stand for (ECMA-376, 17.3.3). */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["w:tab", "\t"],
  ["w:ptab", "\t"],
  ["w:br", "\n"],
  ["w:cr", "\n"],
  ["w:noBreakHyphen", "\u2011"],
  ["w:softHyphen", "\u00ad"],
]);

/** The words that a person sees of an element, a line each paragraph; those of boxes in it apart. */
export function wordsOf(node: Xml): string {
  const words: string[] = [];
  gather(node, words);
  return words.join("");
}

/** Into one array: each element would copy what those in it hold. */
function gather(node: Xml, words: string[]): void {
  const characters = CHARACTERS.get(node.name);
  if (TEXTS.has(node.name)) words.push(rawText(node));
  else if (characters !== undefined) words.push(characters);
  else if (!isSilent(node)) {
    if (node.name === "v:textpath") words.push(attributeOf(node, "string") ?? "");
    for (const child of chosenIn(node)) gather(child, words);
    if (node.name === "w:p" || node.name === "a:p") words.push("\n");
  }
}

const TEXTS = new Set(["w:t", "m:t", "a:t"]);

const isSilent = (node: Xml): boolean =>
  SILENT.has(node.name) || (node.name === "w:r" && isOn(childOf(node, "w:rPr"), "w:vanish"));

/** The children, of several forms for several programs the first. */
export const chosenIn = (node: Xml): Xml[] =>
  node.name === "mc:AlternateContent"
    ? elementsOf(childOf(node, "mc:Choice") ?? childOf(node, "mc:Fallback"))
    : elementsOf(node);
