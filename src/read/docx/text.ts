import { Refusal } from "./refusal.js";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** How a text in UTF-16 or UTF-32 begins: a byte order mark, or "<" (XML 1.0, appendix F). */
const WIDE: readonly (readonly number[])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0x3c, 0x00],
  [0x00, 0x3c],
  [0x00, 0x00],
];

/** The text of a part, without its byte order mark. Throws a Refusal where it is not UTF-8. */
export function decodeXml(bytes: Uint8Array, path: string): string {
  if (WIDE.some(([first, second]) => bytes[0] === first && bytes[1] === second)) {
    throw wrong("UTF-16", path);
  }
  const text = decoded(bytes, path);
  const told = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([^"'>]*)["']/.exec(
    text.slice(0, 300),
  )?.[1];
  if (told !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(told)) {
    throw wrong(`encoding "${told.slice(0, 40)}"`, path);
  }
  return text;
}

function decoded(bytes: Uint8Array, path: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw wrong("bytes", path);
  }
}

const wrong = (found: string, path: string) =>
  new Refusal("docx-encoding", `Unexpected ${found} in ${path}, expected UTF-8`);
