import { HASH_LENGTH } from "../../docx-names.js";
import type { LeftOut } from "./left-out.js";
import type { DocxPackage } from "./package.js";
import { paragraphsIn } from "./places.js";
import { wordsOf } from "./words.js";
import { attributeOf, elementsOf, type Xml } from "./xml.js";

/**
 * Notes what somebody has typed into head and foot of the pages: what is neither one of the lines
 * that are known, such as the title, nor written there by us.
 */
export function noteFurniture(docx: DocxPackage, lines: readonly string[], leftOut: LeftOut): void {
  const known = new Set(["", ...lines].map(bare));
  for (const type of ["header", "footer"]) {
    for (const { root } of docx.related.get(type) ?? []) {
      for (const paragraph of paragraphsIn(root)) {
        const text = lineOf(paragraph);
        if (known.has(bare(text))) continue;
        known.add(bare(text));
        leftOut.note(paragraph, type, text, null);
      }
    }
  }
}

const HASH = new RegExp(`(?:^| )· [0-9a-f]{${HASH_LENGTH}}$`);

/**
 * What a title has behind it in the foot is a hash and, without its fields, " of ": "1 of 2".
 * Programs set marks and white space anew.
 */
const bare = (text: string): string =>
  text
    .replace(/[\u200e\u200f]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/ of$/, "")
    .replace(HASH, "");

/** The lines of a head or a foot that say something beside their fields. */
export const linesIn = (root: Xml | undefined): string[] =>
  root
    ? paragraphsIn(root)
        .map((paragraph) => lineOf(paragraph).trim())
        .filter((line) => line !== "")
    : [];

/** The words of a line without those of its fields: programs fill them in. */
function lineOf(paragraph: Xml): string {
  let text = "";
  let open = 0;
  const visit = (node: Xml): void => {
    for (const child of elementsOf(node)) {
      const type = child.name === "w:fldChar" ? attributeOf(child, "w:fldCharType") : undefined;
      if (type === "begin") open++;
      else if (type === "end") open--;
      else if (/^w:(?:r|hyperlink|smartTag)$/.test(child.name)) visit(child);
      else if (child.name !== "w:fldSimple" && open === 0) text += wordsOf(child);
    }
  };
  visit(paragraph);
  return text;
}
