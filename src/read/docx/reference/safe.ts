import { attributeOf, attributesIn, elementsOf, isElement, rawText, type Xml } from "../xml.js";
import { refuse } from "./refusal.js";

/** Fields that only tell of the document itself (ECMA-376, 17.16.5). All others may load or run something. */
const FIELDS =
  /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|STYLEREF|TITLE|SUBJECT|AUTHOR|KEYWORDS|COMMENTS|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|DOCPROPERTY|FILENAME|REVNUM|NUMWORDS)\b/i;

/** What is of no use outside of its file: places, remarks, numberings, and a picture's twin as SVG. */
const LEFT_OUT = new Set([
  "w:bookmarkStart",
  "w:bookmarkEnd",
  "w:commentRangeStart",
  "w:commentRangeEnd",
  "w:commentReference",
  "w:footnoteReference",
  "w:endnoteReference",
  "w:permStart",
  "w:permEnd",
  "w:numPr",
  "w:dataBinding",
  "asvg:svgBlip",
]);

/** Attributes of VML and DrawingML that hold an address. */
const ADDRESSES = ["src", "href", "o:href", "o:althref", "r:href"];

/** Takes out of a part what is of no use elsewhere; a field that may load or run something is refused. */
export function cleaned(root: Xml, path: string): void {
  const open: { instruction: string; shown: boolean }[] = [];
  const waiting: Xml[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    checkPrefixes(node, path);
    node.attributes = attributesIn(node).flatMap(([name, value]) =>
      ADDRESSES.includes(name) ? [] : [name, value],
    );
    node.children = node.children.filter((child) => !isElement(child) || !LEFT_OUT.has(child.name));
    if (node.name === "w:fldSimple") check(attributeOf(node, "w:instr") ?? "", path);
    if (node.name === "w:fldChar") turn(attributeOf(node, "w:fldCharType"), open, path);
    const field = open.at(-1);
    if (node.name === "w:instrText" && !field) check(rawText(node), path);
    else if (node.name === "w:instrText" && field) field.instruction += rawText(node);
    waiting.push(...elementsOf(node).reverse());
  }
  for (const { instruction, shown } of open) if (!shown) check(instruction, path);
}

/** What is known by its prefix must have no other, or a field could hide behind one. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "xmlns:w",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "xmlns:r",
};

function checkPrefixes(node: Xml, path: string): void {
  for (const [name, value] of attributesIn(node)) {
    if (!/^xmlns(?::|$)/.test(name)) continue;
    const known = Object.values(PREFIXES).includes(name);
    const expected = PREFIXES[value.trim()];
    if (known ? expected !== name : expected !== undefined || value.includes("purl.oclc.org")) {
      throw refuse(
        `Unexpected ${name}="${value.slice(0, 80)}" in ${path}, expected Word's prefixes`,
      );
    }
  }
}

/** An instruction is whole where the field's result begins, or where the field ends. */
function turn(
  type: string | undefined,
  open: { instruction: string; shown: boolean }[],
  path: string,
): void {
  if (type === "begin") {
    open.push({ instruction: "", shown: false });
    return;
  }
  const field = type === "end" ? open.pop() : open.at(-1);
  if (field && !field.shown) check(field.instruction, path);
  if (field) field.shown = true;
}

function check(instruction: string, path: string): void {
  if (FIELDS.test(instruction)) return;
  const name = /^\s*(\S{0,40})/.exec(instruction)?.[1] ?? "";
  throw refuse(
    `Unexpected field "${name}" in ${path}, expected fields that tell of the document itself, such as PAGE or TITLE`,
  );
}

/** The ids of the relationships that a part's elements name. */
export function referredIn(root: Xml): Set<string> {
  const ids = new Set<string>();
  const waiting: Xml[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const [name, value] of attributesIn(node)) {
      if (/^(?:r|relationships):/.test(name)) ids.add(value);
      else if (name === "o:relid") ids.add(value);
    }
    waiting.push(...elementsOf(node));
  }
  ids.delete("");
  return ids;
}
