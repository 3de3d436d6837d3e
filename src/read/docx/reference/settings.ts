import type { Reference } from "../../../docx-reference.js";
import { childOf, toXml, type Xml } from "../xml.js";

/** Settings of the page, in the order of the schema (ECMA-376, 17.15.1.78). */
const TAKEN = [
  "w:mirrorMargins",
  "w:bordersDoNotSurroundHeader",
  "w:bordersDoNotSurroundFooter",
  "w:gutterAtTop",
  "w:defaultTabStop",
  "w:autoHyphenation",
  "w:evenAndOddHeaders",
];

/** What is taken of the settings: no attached template, no macro, no protection is among them. */
export function settingsOf(root: Xml | undefined): Reference["settings"] {
  const before = TAKEN.flatMap((name) => childOf(root, name) ?? []).map(toXml);
  const colors = childOf(root, "w:clrSchemeMapping");
  return { before: before.join(""), ...(colors && { colors: toXml(colors) }) };
}
