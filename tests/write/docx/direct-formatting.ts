import { load } from "cheerio";

/**
 * What a main part may say of its paragraphs, runs and tables beside their styles. Each is there
 * because no style can say it.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "w:pPr": [
    "w:pStyle",
    // Which list an item belongs to, and at which level.
    "w:numPr",
    // A track begins a page, while other headings of its level do not.
    "w:pageBreakBefore",
    // The direction of the post, where Normal is a reference file's.
    "w:bidi",
  ],
  "w:rPr": [
    "w:rStyle",
    // The author's own marks. Word's Strong would undo itself in bold text (ECMA-376, 17.7.3).
    "w:b",
    "w:bCs",
    "w:i",
    "w:iCs",
    "w:strike",
    // The direction and the language of words that are none of the page's.
    "w:rtl",
    "w:lang",
  ],
  "w:tblPr": [
    "w:tblStyle",
    // Where a table stands and how wide it is; which of its style's conditions it has.
    "w:bidiVisual",
    "w:tblW",
    "w:tblInd",
    "w:tblLayout",
    "w:tblLook",
    // For those who don't see it.
    "w:tblCaption",
    "w:tblDescription",
  ],
  "w:trPr": ["w:cnfStyle", "w:cantSplit", "w:tblHeader"],
  "w:tcPr": ["w:cnfStyle", "w:tcW", "w:gridSpan", "w:vMerge"],
};

/** What of a main part is formatted directly and is not on the list: "w:pPr w:jc". */
export function directFormatting(xml: string): string[] {
  const $ = load(xml, { xml: true });
  const found = new Set<string>();
  for (const [holder, allowed] of Object.entries(ALLOWED)) {
    for (const node of $(holder.replace(":", "\\:")).children().toArray()) {
      if (!allowed.includes(node.name)) found.add(`${holder} ${node.name}`);
    }
  }
  for (const name of ["w:tblPrEx", "w:sectPr w:sectPr"]) {
    if ($(name.replaceAll(":", "\\:")).length > 0) found.add(name);
  }
  return [...found];
}
