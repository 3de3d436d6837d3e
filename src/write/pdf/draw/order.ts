/**
 * The order of names in a name tree (ISO 32000-1, 7.9.6): that of the bytes of their strings, for a
 * viewer searches by halves. pdfkit's own trees sort by the locale of the process.
 */
export const byteOrder = (a: string, b: string): number => Buffer.compare(bytesOf(a), bytesOf(b));

/** A string as pdfkit writes it: one byte a character, or UTF-16BE with its mark. */
function bytesOf(name: string): Buffer {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
  if (/^[\x00-\x7f]*$/.test(name)) return Buffer.from(name, "latin1");
  return Buffer.from(`\ufeff${name}`, "utf16le").swap16();
}
