import { TOC } from "../../docx-names.js";

/** An element of a part; names keep the prefix that every program gives them. */
export interface Xml {
  name: string;
  /** Names and values in turn. */
  attributes: readonly string[];
  /** Elements, and texts as they are meant. Many share one empty array: others are set, none grows. */
  children: readonly (Xml | string)[];
  /** The element that held it when it was parsed. */
  readonly parent: Xml | null;
}

/** True for an element, among texts. */
export const isElement = (node: Xml | string): node is Xml => typeof node !== "string";

/** The elements in an element. */
export const elementsOf = (node: Xml | undefined): Xml[] => node?.children.filter(isElement) ?? [];

/** The first child of a name. */
export const childOf = (node: Xml | undefined, name: string): Xml | undefined =>
  node?.children.find((child): child is Xml => isElement(child) && child.name === name);

/** The first element below by a path of names. */
export const descend = (node: Xml | undefined, ...names: string[]): Xml | undefined =>
  names.reduce<Xml | undefined>(childOf, node);

/** The attribute `w:val`, of the element itself or of one below it. */
export const valOf = (node: Xml | undefined, ...names: string[]): string | undefined =>
  attributeOf(descend(node, ...names), "w:val");

/** An attribute's value. */
export function attributeOf(node: Xml | undefined, name: string): string | undefined {
  const attributes = node?.attributes ?? [];
  for (let at = 0; at < attributes.length; at += 2) {
    if (attributes[at] === name) return attributes[at + 1];
  }
  return undefined;
}

/** The attributes of an element, each with its value. */
export const attributesIn = ({ attributes }: Xml): [name: string, value: string][] =>
  Array.from({ length: attributes.length / 2 }, (_, index) => [
    attributes[2 * index] ?? "",
    attributes[2 * index + 1] ?? "",
  ]);

/** A whole number; undefined where there is none. */
export function numberOf(value: string | undefined): number | undefined {
  const number = value === undefined ? Number.NaN : Number.parseInt(value, 10);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** A toggle such as `w:b` (ECMA-376, 17.17.4): there and not said to be off. */
export function isOn(node: Xml | undefined, name: string): boolean {
  const toggle = childOf(node, name);
  return toggle !== undefined && !/^(?:0|false|off|none)$/.test(valOf(toggle) ?? "");
}

/** An element as XML, with all that is in it. */
export function toXml({ name, attributes, children }: Xml): string {
  let open = name;
  for (let at = 0; at < attributes.length; at += 2)
    open += ` ${attributes[at]}="${escaped(attributes[at + 1] ?? "")}"`;
  const held = children.map((child) => (isElement(child) ? toXml(child) : escaped(child))).join("");
  return held === "" ? `<${open}/>` : `<${open}>${held}</${name}>`;
}

/** White space of attributes as references: as it is, parsers make spaces of it. */
const escaped = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (each) => `&#${each.charCodeAt(0)};`);

/** The text in an element, as it stands in the XML. */
export const rawText = (node: Xml | undefined): string =>
  node?.children.filter((child) => typeof child === "string").join("") ?? "";

/** The elements among `nodes`, with wrappers that say nothing of the content taken away. */
export function unwrapped(nodes: readonly Xml[]): Xml[] {
  const found: Xml[] = [];
  for (const node of nodes) unwrap(node, found);
  return found;
}

/** Into one array: where wrappers stand in wrappers, each would copy what the inner ones hold. */
function unwrap(node: Xml, found: Xml[]): void {
  if (SKIPPED.has(node.name) || isContents(node)) return;
  const held =
    node.name === "mc:AlternateContent"
      ? (childOf(node, "mc:Choice") ?? childOf(node, "mc:Fallback"))
      : node;
  if (held === node && !WRAPPERS.has(node.name)) found.push(node);
  else for (const child of elementsOf(held)) unwrap(child, found);
}

/** True for the control of a table of contents: that says again what the headings say. */
export const isContents = (node: Xml): boolean =>
  valOf(node, "w:sdtPr", "w:docPartObj", "w:docPartGallery") === TOC.gallery;

/** What only programs read. */
const SKIPPED = new Set(["w:proofErr", "w:customXmlPr", "w:smartTagPr"]);
const WRAPPERS = new Set(["w:smartTag", "w:customXml", "w:dir", "w:bdo"]);
