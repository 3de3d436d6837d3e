import { createHash } from "node:crypto";
import { type Message, message } from "../../diagnostics.js";
import type { Place } from "../../model/ladder.js";

/** A post larger than this (64 MiB) is refused before it is read. */
export const MAX_POST_BYTES = 64 * 1024 * 1024;

/** A line longer than this (1 Mi UTF-16 code units) is no handwriting, and Markdown is slow on it. */
export const MAX_LINE_LENGTH = 1024 * 1024;

/** Decodes a post, without its byte order mark; null, with the reason, where it is no text. */
export function decode(bytes: Uint8Array): { text: string | null; messages: Message[] } {
  const refuse = (ruleId: string, reason: string) => ({
    text: null,
    messages: [message("error", ruleId, reason, { place: START })],
  });
  if (bytes.byteLength > MAX_POST_BYTES) {
    const found = (bytes.byteLength / 1024 / 1024).toFixed(1);
    return refuse("too-large", `Unexpected size of ${found} MiB, expected at most 64 MiB`);
  }
  if (bytes.includes(0)) {
    return refuse("binary-file", "Unexpected binary file, expected text in UTF-8");
  }
  const text = utf8(bytes);
  if (text === null) {
    const place = invalidByte(bytes);
    const messages = [message("error", "not-utf-8", "Unexpected bytes, expected UTF-8", { place })];
    return { text, messages };
  }
  if (text.trim() === "") return refuse("empty-post", "Unexpected empty post");
  const line = overlongLine(text);
  if (line === null) return { text, messages: [] };
  const reason = `Unexpected line of more than ${MAX_LINE_LENGTH} characters`;
  const place = { start: { line, column: 1, offset: 0 }, end: { line, column: 1, offset: 0 } };
  return { text: null, messages: [message("error", "overlong-line", reason, { place })] };
}

const START = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Beyond this many bytes of a line its column is not worth the search. */
const MAX_COLUMN_SOUGHT = 4096;

/** Where the first bytes stand that are no UTF-8. */
function invalidByte(bytes: Uint8Array): Place {
  let [line, start] = [1, 0];
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    if (utf8(bytes.subarray(start, end)) === null) break;
    [line, start] = [line + 1, end + 1];
  }
  let length = 0;
  const valid = (to: number) => utf8(bytes.subarray(start, start + to)) !== null;
  // A character takes up to four bytes: shorter prefixes may end within one.
  for (let to = 1; to <= Math.min(length + 4, MAX_COLUMN_SOUGHT); to++) if (valid(to)) length = to;
  const column = (utf8(bytes.subarray(start, start + length)) ?? "").length + 1;
  const point = { line, column, offset: 0 };
  return { start: point, end: point };
}

function overlongLine(text: string): number | null {
  let start = 0;
  for (let line = 1; start < text.length; line++) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    if (end - start > MAX_LINE_LENGTH) return line;
    start = end + 1;
  }
  return null;
}

/** SHA-256 of a post's text with "\n" as line end: the same whatever git made of its line ends. */
export const contentHash = (text: string): string =>
  createHash("sha256").update(text.replace(/\r\n?/g, "\n")).digest("hex");

/** A post's text as UTF-8, with a byte order mark where the bytes that it comes from have one. */
export const encodedLike = (bytes: Uint8Array, text: string): Uint8Array =>
  new TextEncoder().encode(MARK.every((byte, at) => bytes[at] === byte) ? `\ufeff${text}` : text);

/** UTF-8's byte order mark. */
const MARK = [0xef, 0xbb, 0xbf];
