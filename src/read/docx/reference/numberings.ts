import { LIST_STYLES, listStyle, styleKey } from "../../../docx-names.js";
import type { ListLook, Reference } from "../../../docx-reference.js";
import { Numberings } from "../numbering.js";
import { Styles } from "../styles.js";
import { attributeOf, childOf, elementsOf, numberOf, toXml, valOf, type Xml } from "../xml.js";

/** The numberings that styles name, and their definitions. */
export function numberingsOf(
  root: Xml | undefined,
  styles: Xml,
): Pick<Reference, "definitions" | "numberings"> {
  const wanted = new Set(elementsOf(styles).flatMap((style) => numberingIn(style) ?? []));
  const numberings = new Map<number, { definition: number; xml: string }>();
  const all = new Map<number, string>();
  for (const node of elementsOf(root)) {
    const definition = numberOf(attributeOf(node, "w:abstractNumId"));
    if (node.name === "w:abstractNum" && definition !== undefined) {
      all.set(definition, withoutPictures(node));
    }
    const id = numberOf(attributeOf(node, "w:numId"));
    const of = numberOf(valOf(node, "w:abstractNumId"));
    if (node.name === "w:num" && id !== undefined && of !== undefined && wanted.has(id)) {
      if (all.has(of)) numberings.set(id, { definition: of, xml: withoutPictures(node) });
    }
  }
  const used = new Set([...numberings.values()].map(({ definition }) => definition));
  return { definitions: new Map([...all].filter(([id]) => used.has(id))), numberings };
}

const numberingIn = (style: Xml): number | undefined =>
  numberOf(valOf(childOf(childOf(style, "w:pPr"), "w:numPr"), "w:numId"));

/** Bullets that are pictures would need these; without, Word draws the sign below them. */
const withoutPictures = (node: Xml): string =>
  toXml(node).replace(/<w:lvlPicBulletId [^>]*\/>/g, "");

/** How items of Word's own list styles look at each level; null where the file does not say. */
export function listLooks(
  root: Xml | undefined,
  stylesRoot: Xml,
  ordered: boolean,
): (ListLook | null)[] {
  const styles = new Styles(stylesRoot);
  const kinds = new Numberings(root);
  return Array.from({ length: LIST_STYLES }, (_, level) => {
    const key = styleKey(listStyle(ordered, level).name);
    const id = elementsOf(stylesRoot)
      .map((style) => attributeOf(style, "w:styleId"))
      .find((each) => each !== undefined && styles.keyOf(each) === key);
    const { id: numId = 0, level: at = 0 } = styles.numberingOf(id) ?? {};
    const kind = kinds.kindOf(numId, at)?.kind;
    const node = levelOf(root, numId, at);
    return node && kind === (ordered ? "ordered" : "bullet") ? lookOf(node, level - at) : null;
  });
}

function levelOf(root: Xml | undefined, numId: number, level: number): Xml | undefined {
  const find = (name: string, attribute: string, value: string | undefined) =>
    elementsOf(root).find(
      (node) => node.name === name && value !== undefined && attributeOf(node, attribute) === value,
    );
  const num = find("w:num", "w:numId", String(numId));
  const definition = find("w:abstractNum", "w:abstractNumId", valOf(num, "w:abstractNumId"));
  return elementsOf(definition).find(
    (node) => node.name === "w:lvl" && numberOf(attributeOf(node, "w:ilvl")) === level,
  );
}

/** What a level says of its look, in the order of the schema (ECMA-376, 17.9.6). */
const LOOK = ["w:numFmt", "w:suff", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"];

/** The look, moved so many levels down: "%1." at the first level is "%2." at the second. */
function lookOf(node: Xml, down: number): ListLook {
  const xml = LOOK.flatMap((name) => childOf(node, name) ?? [])
    .map(toXml)
    .join("");
  const text = /(<w:lvlText [^>]*?w:val=")([^"]*)/;
  return {
    xml: xml.replace(text, (_, before: string, value: string) => {
      return before + value.replace(/%(\d)/g, (_all, level: string) => `%${Number(level) + down}`);
    }),
  };
}
