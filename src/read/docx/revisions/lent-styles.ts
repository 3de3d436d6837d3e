import { headingStyle, listStyle, type MarkKind, readMark, styleKey } from "../../../docx-names.js";
import { attributeOf, childOf, descend, elementsOf, type Xml } from "../xml.js";
import { endsOn, sidesOf } from "./sides.js";

/** What the paragraphs are that bear a bookmark of ours: the form of their styles, and the usual one. */
const OWN: Partial<Record<MarkKind, { form: RegExp; usual: string }>> = {
  part: { form: /^heading1$/, usual: headingStyle(1) },
  card: { form: /^heading2$/, usual: headingStyle(2) },
  section: { form: /^heading[3-9]$/, usual: headingStyle(3) },
  item: { form: /^list/, usual: listStyle(false, 0).id },
};

/**
 * LibreOffice lends the style of a paragraph whose deletion is tracked to the one that follows, and
 * that of the first of several to the one behind them: a heading below a deleted bullet comes back as
 * a bullet, the last bullet of a deleted section as a heading. Its bookmark tells what it was.
 */
export function takeLentStylesBack(node: Xml): void {
  const { gone } = sidesOf("accept");
  let first: Xml | null = null;
  let before: Xml | null = null;
  for (const child of elementsOf(node)) {
    if (child.name !== "w:p") takeLentStylesBack(child);
    else if (first && before) takeBack([first, before], child);
    before = endsOn(child, gone) ? child : null;
    first = before && (first ?? before);
  }
}

function takeBack(lenders: readonly Xml[], paragraph: Xml): void {
  const properties = childOf(paragraph, "w:pPr");
  const style = childOf(properties, "w:pStyle");
  const own = ownStyle(paragraph);
  const name = style && attributeOf(style, "w:val");
  if (!style || !own || !lenders.some((each) => styleOf(each) === name)) return;
  // What is numbered is no heading, whose numbers are of its style.
  const isItem = childOf(properties, "w:numPr") !== undefined && own !== OWN.item;
  const isLent = !own.form.test(styleKey(name ?? "")) && !isItem;
  if (isLent) style.attributes = ["w:val", own.usual];
}

const styleOf = (paragraph: Xml): string | undefined =>
  attributeOf(descend(paragraph, "w:pPr", "w:pStyle"), "w:val");

function ownStyle(paragraph: Xml): { form: RegExp; usual: string } | undefined {
  const kinds = elementsOf(paragraph)
    .flatMap((node) => (node.name === "w:del" ? elementsOf(node) : [node]))
    .filter(({ name }) => name === "w:bookmarkStart")
    .map((node) => readMark(attributeOf(node, "w:name") ?? "")?.kind);
  return kinds.map((kind) => kind && OWN[kind]).find((each) => each !== undefined);
}
