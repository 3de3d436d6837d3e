import type { Pdf } from "./pdfkit.js";

/** The named places of a document. */
export interface Destinations {
  /** The first place of a name is the one that counts. */
  add(name: string, x: number, y: number): void;
  /** Writes the name tree (ISO 32000-1, 7.9.6). */
  end(): void;
}

/**
 * pdfkit's own name tree sorts by the process's locale, where the format wants the order of bytes
 * (a viewer searches by halves), and loses a name such as "__proto__": hence this one.
 */
export function openDestinations(pdf: Pdf): Destinations {
  const places = new Map<string, unknown[]>();
  return {
    add: (name, x, y) => {
      const place = [pdf.page.dictionary, "XYZ", x, pdf.page.height - y, null];
      if (!places.has(name)) places.set(name, place);
    },
    end: () => {
      const names = [...places.keys()].sort((a, b) => Buffer.compare(bytesOf(a), bytesOf(b)));
      const flat = names.flatMap((name) => [new String(name), places.get(name)]);
      pdf._root.data.Names.data.Dests = { Names: flat };
    },
  };
}

/** A string as pdfkit writes it: one byte a character, or UTF-16BE with its mark. */
function bytesOf(name: string): Buffer {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
  if (/^[\x00-\x7f]*$/.test(name)) return Buffer.from(name, "latin1");
  return Buffer.from(`\ufeff${name}`, "utf16le").swap16();
}
