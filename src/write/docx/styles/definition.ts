import { element, valued, wrap } from "../xml.js";

/** A style as data; `toXml` writes it (ECMA-376, 17.7.4.17). */
export interface StyleDefinition {
  type: "paragraph" | "character" | "table";
  id: string;
  /** As Word shows it; one of Word's own is written as Word writes it. */
  name: string;
  basedOn?: string | undefined;
  /** The style of the paragraph that follows. */
  next?: string;
  /** Word's own styles have no mark; those that stand for a kind when none is named have this one. */
  isDefault?: true | undefined;
  /** XML of `w:pPr`, `w:rPr`, and what follows them in the style of a table. */
  paragraph?: string;
  run?: string;
  table?: string;
}

/** Styles of ours are told from Word's by their names. */
const OWN = /^rungbook /;

/** A style as an element of word/styles.xml. */
export function toXml(style: StyleDefinition): string {
  const attributes = {
    "w:type": style.type,
    "w:default": style.isDefault && 1,
    "w:customStyle": OWN.test(style.name) ? 1 : undefined,
    "w:styleId": style.id,
  };
  const content =
    valued("w:name", style.name) +
    valued("w:basedOn", style.basedOn) +
    valued("w:next", style.next) +
    "<w:qFormat/>" +
    wrap("w:pPr", style.paragraph ?? "") +
    wrap("w:rPr", style.run ?? "") +
    (style.table ?? "");
  return element("w:style", attributes, content);
}
