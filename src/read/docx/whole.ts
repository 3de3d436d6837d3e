import type { Document } from "../../document.js";
import { readMark } from "../../docx-names.js";
import type { Carried } from "./carried.js";
import { DocxReadContext } from "./context.js";
import { DocumentReader } from "./document.js";
import type { LeftOut } from "./left-out.js";
import { Numberings } from "./numbering.js";
import type { DocxPackage } from "./package.js";
import { Styles } from "./styles.js";
import { wordsOf } from "./words.js";
import { attributeOf, descend, elementsOf, isOn, type Xml } from "./xml.js";

/** The types of the parts that a document is read from, beside the main part. */
export const NEEDED = ["styles", "numbering"] as const;

/** Reads the document that a package shows; the context holds what was noted on the way. */
export function readWhole(
  { body, relations, related }: DocxPackage,
  { origin, yaml, language, names, images }: Carried,
  leftOut: LeftOut | null,
): { document: Document; context: DocxReadContext } {
  const rtl = isOn(descend(body, "w:sectPr"), "w:bidi");
  const context = new DocxReadContext(
    new Styles(related.get("styles")?.[0]?.root),
    new Numberings(related.get("numbering")?.[0]?.root),
    relations,
    names,
    images,
    bookmarksIn(body),
    rtl,
    leftOut,
  );
  const { front, blocks } = new DocumentReader(context).read(body);
  const direction = rtl ? "rtl" : "ltr";
  return {
    document: { meta: { origin, yaml, ...front.shown, language, direction }, blocks },
    context,
  };
}

/** The bookmarks to which links lead: those of a level that was deleted may be left on an empty line. */
function bookmarksIn(body: Xml): Set<string> {
  const names = new Set<string>();
  const waiting = elementsOf(body).filter((node, at, all) => !isDeletedCard(node, all[at + 1]));
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.name === "w:bookmarkStart") names.add(attributeOf(node, "w:name") ?? "");
    else for (const child of elementsOf(node)) waiting.push(child);
  }
  return names;
}

const isDeletedCard = (node: Xml, next: Xml | undefined): boolean =>
  node.name === "w:p" &&
  next?.name !== "w:tbl" &&
  elementsOf(node).some((child) => readMark(attributeOf(child, "w:name") ?? "")?.kind === "card") &&
  wordsOf(node).trim() === "";
