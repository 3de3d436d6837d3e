import { operationsOf } from "./tokens.js";
import { Name, Text, type Value } from "./values.js";

/** What a ToUnicode CMap maps each code to (ISO 32000-1, 9.10.3). Throws at what is no CMap. */
export function readToUnicode(bytes: Uint8Array): Map<number, string> {
  const map = new Map<number, string>();
  for (const { operator, operands } of operationsOf(bytes)) {
    if (operator === "endbfchar")
      for (let at = 0; at + 1 < operands.length; at += 2)
        map.set(codeOf(operands[at]), unicodeOf(operands[at + 1]));
    if (operator === "endbfrange")
      for (let at = 0; at + 2 < operands.length; at += 3) addRange(map, operands.slice(at, at + 3));
  }
  return map;
}

function addRange(map: Map<number, string>, [low, high, to]: Value[]): void {
  const first = codeOf(low);
  for (let code = first; code <= codeOf(high); code++) {
    if (Array.isArray(to)) map.set(code, unicodeOf(to[code - first]));
    else map.set(code, after(unicodeOf(to), code - first));
  }
}

/** The text whose last code unit is so much higher. */
const after = (text: string, count: number): string =>
  text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + count);

function codeOf(value: Value | undefined): number {
  if (!(value instanceof Text)) throw new Error("Unexpected code in a CMap");
  return value.bytes.reduce((code, byte) => code * 256 + byte, 0);
}

function unicodeOf(value: Value | undefined): string {
  if (value instanceof Name) return "";
  if (!(value instanceof Text)) throw new Error("Unexpected value in a CMap");
  return new TextDecoder("utf-16be", { ignoreBOM: true }).decode(value.bytes);
}
