import { broken } from "./refusal.js";

/** The entities that XML has built in (XML 1.0, 4.6). */
const BUILT_IN = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/**
 * The characters that a text or a value in XML stands for. Throws a Refusal where it names an entity
 * that is not built in, or a character that XML can't hold.
 */
export function unescaped(raw: string, path: string): string {
  const text = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  if (!text.includes("&")) return text;
  return text.replace(/&(#?\w{0,32};?)/g, (_, found: string) => {
    const character = found.endsWith(";") ? characterOf(found.slice(0, -1)) : undefined;
    if (character === undefined) {
      throw broken(`Unexpected entity "&${found}" in ${path}, expected one that XML has built in`);
    }
    return character;
  });
}

function characterOf(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return isCharacter(code) ? String.fromCodePoint(code) : BUILT_IN.get(name);
}

/** XML 1.0, 2.2. */
const isCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code < 0xd800) ||
  (code >= 0xe000 && code < 0xfffe) ||
  (code >= 0x10000 && code <= 0x10ffff);
