import type { Reference } from "../../../docx-reference.js";
import { attributeOf, childOf, elementsOf, isOn, numberOf, toXml, type Xml } from "../xml.js";
import type { Relation } from "./package.js";
import type { PartCollector } from "./parts.js";
import { refuse } from "./refusal.js";

/** US Letter with margins of an inch: what Word takes where a file says nothing. */
const LETTER = { width: 12_240, height: 15_840, margin: 1440, between: 720 };

/** No page is narrower or lower for its text: 50 mm. Word has none of more than 22 inches. */
const LEAST = 2835;
const MOST = 31_680;

/** The sections of a document, the last of which has the looks that count. */
export function sectionsIn(body: Xml): Xml[] {
  const sections: Xml[] = [];
  const waiting = elementsOf(body);
  for (let node = waiting.shift(); node; node = waiting.shift()) {
    if (node.name === "w:sectPr") sections.push(node);
    else if (node.name !== "w:r") waiting.unshift(...elementsOf(node));
  }
  return sections;
}

/** The room for text on a page, or in its narrowest column. */
export function pageOf(section: Xml | undefined): Reference["page"] {
  const size = childOf(section, "w:pgSz");
  const margins = childOf(section, "w:pgMar");
  const of = (node: Xml | undefined, name: string, otherwise: number) =>
    numberOf(attributeOf(node, name)) ?? otherwise;
  const margin = (side: string) => Math.abs(of(margins, `w:${side}`, LETTER.margin));
  const width = of(size, "w:w", LETTER.width);
  const height = of(size, "w:h", LETTER.height);
  const gutter = Math.abs(of(margins, "w:gutter", 0));
  const text = width - margin("left") - margin("right") - gutter;
  const page = {
    textWidth: columnWidth(childOf(section, "w:cols"), text),
    textHeight: height - margin("top") - margin("bottom"),
  };
  if (page.textWidth < LEAST || page.textHeight < LEAST || width > MOST || height > MOST) {
    const mm = (twips: number) => `${Math.round((twips * 25.4) / 1440)} mm`;
    throw refuse(
      `Unexpected room for text of ${mm(page.textWidth)} by ${mm(page.textHeight)}, expected at least 50 mm each way on a page of at most 558 mm`,
    );
  }
  return page;
}

function columnWidth(columns: Xml | undefined, width: number): number {
  const own = elementsOf(columns).map((each) => numberOf(attributeOf(each, "w:w")) ?? 0);
  if (own.length > 0 && attributeOf(columns, "w:equalWidth") === "0") return Math.min(...own);
  const count = Math.max(1, numberOf(attributeOf(columns, "w:num")) ?? 1);
  const between = numberOf(attributeOf(columns, "w:space")) ?? LETTER.between;
  return Math.floor((width - between * (count - 1)) / count);
}

/** What is taken of a section: nothing that refers to other parts. */
const TAKEN = [
  "w:pgSz",
  "w:pgMar",
  "w:pgBorders",
  "w:lnNumType",
  "w:pgNumType",
  "w:cols",
  "w:vAlign",
  "w:titlePg",
  "w:rtlGutter",
  "w:docGrid",
];

/** The properties of a section, in the order of the schema (ECMA-376, 17.6.17). */
export const sectionXml = (section: Xml | undefined): string =>
  TAKEN.flatMap((name) => childOf(section, name) ?? [])
    .map(toXml)
    .join("");

/** Headers and footers: a section that has none of a type goes on with those before it (17.10.5). */
export function furnitureOf(
  sections: readonly Xml[],
  relations: readonly Relation[],
  parts: PartCollector,
): Reference["furniture"] {
  const found = new Map<string, Omit<Reference["furniture"][number], "lines">>();
  for (const node of sections.flatMap(elementsOf)) {
    const kind = /^w:(header|footer)Reference$/.exec(node.name)?.[1] as "header" | "footer";
    const type = attributeOf(node, "w:type") ?? "default";
    const id = attributeOf(node, "r:id");
    const relation = relations.find((each) => each.id === id && !each.external);
    if (kind && relation) found.set(`${kind} ${type}`, { kind, type, path: relation.target });
  }
  const last = sections.at(-1);
  return [...found.values()]
    .filter(({ type }) => type !== "first" || isOn(last, "w:titlePg"))
    .map((each) => ({ ...each, ...parts.addFurniture(each.kind, each.path) }));
}
