import { load } from "cheerio/slim";
import type { AnyNode, Element } from "domhandler";
import { type Message, message } from "../../diagnostics.js";
import { broken } from "./unpack.js";

/** Elements nested deeper than this are no document that a person wrote. */
export const MAX_XML_DEPTH = 2000;

/** An element of a part; names keep the prefix that every program gives them. */
export type Xml = Element;

/** Parses a part: no document type, hence no entities, and not too deep. */
export function parseXml(
  xml: string,
  path: string,
): { root: Xml; message?: never } | { root?: never; message: Message } {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    const reason = `Unexpected document type in ${path}, expected XML without one`;
    return { message: message("error", "docx-doctype", reason) };
  }
  const root = load(xml, { xml: true }).root()[0]?.children.find(isElement);
  if (!root || !xml.trimEnd().endsWith(`</${root.name}>`)) {
    return { message: broken(`Unexpected end of ${path}, expected whole XML`) };
  }
  if (depthOf(root) > MAX_XML_DEPTH) {
    const reason = `Unexpected elements more than ${MAX_XML_DEPTH} deep in ${path}`;
    return { message: message("error", "docx-limit", reason) };
  }
  return { root };
}

function depthOf(root: Xml): number {
  let deepest = 0;
  const waiting: [Xml, number][] = [[root, 1]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, depth] = next;
    deepest = Math.max(deepest, depth);
    for (const child of node.children) if (isElement(child)) waiting.push([child, depth + 1]);
  }
  return deepest;
}

const isElement = (node: AnyNode): node is Xml => node.type === "tag";

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

/** An attribute's value; a name such as `__proto__` is nothing but absent. */
export const attributeOf = (node: Xml | undefined, name: string): string | undefined =>
  node && Object.hasOwn(node.attribs, name) ? node.attribs[name] : undefined;

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

/** The text in an element, as it stands in the XML. */
export const rawText = (node: Xml | undefined): string =>
  node?.children.map((child) => (child.type === "text" ? child.data : "")).join("") ?? "";

/** The elements among `nodes`, with wrappers that say nothing of the content taken away. */
export function unwrapped(nodes: readonly Xml[]): Xml[] {
  return nodes.flatMap((node) => {
    if (SKIPPED.has(node.name)) return [];
    if (node.name === "w:sdt") return unwrapped(elementsOf(childOf(node, "w:sdtContent")));
    if (node.name === "mc:AlternateContent") {
      return unwrapped(elementsOf(childOf(node, "mc:Choice") ?? childOf(node, "mc:Fallback")));
    }
    return WRAPPERS.has(node.name) ? unwrapped(elementsOf(node)) : [node];
  });
}

/** Tracked deletions, and what only programs read. */
const SKIPPED = new Set(["w:del", "w:moveFrom", "w:proofErr", "w:customXmlPr", "w:smartTagPr"]);
const WRAPPERS = new Set(["w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:dir", "w:bdo"]);
