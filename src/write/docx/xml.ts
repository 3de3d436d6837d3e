import { printable } from "../../model/rich.js";

/** Begins a part. */
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Text as it stands in XML: escaped, without the characters that XML 1.0 (clause 2.2) forbids. */
export const escapeXml = (text: string): string =>
  /[&<>"\p{Cc}\p{Surrogate}\ufffe\uffff]/u.test(text)
    ? printable(text)
        .replace(/[\v\f]/g, "")
        .replace(/[&<>"\t\n\r]/g, (each) => ENTITIES[each] ?? "")
    : text;

/** Attributes of an element; one without value is left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its content, which is XML already. */
export const element = (name: string, attributes: Attributes, content = ""): string => {
  let tag = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) tag += ` ${key}="${escapeXml(String(value))}"`;
  }
  return content === "" ? `${tag}/>` : `${tag}>${content}</${name}>`;
};

/** An element with the attribute `w:val`; nothing where there is no value. */
export const valued = (name: string, value: string | number | undefined): string =>
  value === undefined ? "" : `<${name} w:val="${escapeXml(String(value))}"/>`;

/** An element, only where it has content. */
export const wrap = (name: string, content: string): string =>
  content === "" ? "" : `<${name}>${content}</${name}>`;
