import { unescaped } from "./characters.js";
import { MAX_ATTRIBUTES } from "./limits.js";
import { beyond, broken } from "./refusal.js";

/** A start tag, taken apart. */
export interface Tag {
  name: string;
  /** Names and values in turn: for the few that an element has, nothing is smaller or safer. */
  attributes: readonly string[];
  /** True for `<name/>`. */
  isEmpty: boolean;
  /** The place behind it. */
  end: number;
}

const NONE: readonly string[] = [];

/** Reads the start tag whose name begins at a place. Throws a Refusal where it is none. */
export function scanTag(xml: string, at: number, names: Map<string, string>, path: string): Tag {
  const name = nameAt(xml, at, names);
  const attributes: string[] = [];
  let end = at + name.length;
  for (;;) {
    const next = spaceEnd(xml, end);
    const isEmpty = xml[next] === "/";
    if (name !== "" && xml[isEmpty ? next + 1 : next] === ">") {
      const told = attributes.length > 0 ? attributes : NONE;
      return { name, attributes: told, isEmpty, end: next + (isEmpty ? 2 : 1) };
    }
    const attribute = next > end ? nameAt(xml, next, names) : "";
    const value = attribute && valueAt(xml, next + attribute.length);
    if (!value) throw malformed(xml, at, path);
    end = value.end + 1;
    attributes.push(attribute, attributeText(xml.slice(value.start, value.end), path));
    checkLast(attributes, name, path);
  }
}

/** The name that begins at a place (XML 1.0, 2.3); empty where there is none. */
export function nameAt(xml: string, at: number, names: Map<string, string>): string {
  let end = at;
  while (isNamePart(xml.charCodeAt(end))) end++;
  const name = /^[\d.-]/.test(xml[at] ?? "") ? "" : xml.slice(at, end);
  const known = names.get(name);
  if (known !== undefined) return known;
  names.set(name, name);
  return name;
}

/** Letters, digits, ":", "_", "-", "." and what is not ASCII. */
const isNamePart = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 45 && code <= 58 && code !== 47) ||
  code === 95 ||
  code >= 128;

/** Where white space ends that may begin at a place. */
function spaceEnd(xml: string, at: number): number {
  let end = at;
  for (;;) {
    const code = xml.charCodeAt(end);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return end;
    end++;
  }
}

/** Where the value of an attribute stands that may begin with "=" at a place; null for none. */
function valueAt(xml: string, at: number): { start: number; end: number } | null {
  const equals = spaceEnd(xml, at);
  const start = spaceEnd(xml, equals + 1);
  const quote = xml[start];
  if (xml[equals] !== "=" || (quote !== '"' && quote !== "'")) return null;
  const end = xml.indexOf(quote, start + 1);
  return end < 0 ? null : { start: start + 1, end };
}

/** White space in a value is a space, unless it is escaped (XML 1.0, 3.3.3). */
function attributeText(raw: string, path: string): string {
  if (raw.includes("<")) throw broken(`Unexpected "<" in an attribute in ${path}, expected "&lt;"`);
  return unescaped(/[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, " ") : raw, path);
}

function checkLast(attributes: readonly string[], element: string, path: string): void {
  const last = attributes.length - 2;
  if (last / 2 >= MAX_ATTRIBUTES) {
    throw beyond(`an element of more than ${MAX_ATTRIBUTES} attributes in ${path}`);
  }
  for (let at = 0; at < last; at += 2) {
    if (attributes[at] !== attributes[last]) continue;
    const name = attributes[last]?.slice(0, 60);
    throw broken(`Unexpected second ${name} of ${element.slice(0, 60)} in ${path}, expected one`);
  }
}

function malformed(xml: string, at: number, path: string) {
  const found = xml.slice(at - 1, at + 20).replace(/\s+/g, " ");
  return broken(`Unexpected tag "${found}" in ${path}, expected whole XML`);
}
