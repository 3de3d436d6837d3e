import { byteOrder } from "./order.js";
import { type Pdf, pdfString } from "./pdfkit.js";

/** The named places of a document. */
export interface Destinations {
  /** The first place of a name is the one that counts. */
  add(name: string, x: number, y: number): void;
  /** Writes the name tree (ISO 32000-1, 7.9.6). */
  end(): void;
}

/** pdfkit's own name tree loses a name such as "__proto__": hence this one. */
export function openDestinations(pdf: Pdf): Destinations {
  const places = new Map<string, unknown[]>();
  return {
    add: (name, x, y) => {
      const place = [pdf.page.dictionary, "XYZ", x, pdf.page.height - y, null];
      if (!places.has(name)) places.set(name, place);
    },
    end: () => {
      const names = [...places.keys()].sort(byteOrder);
      const flat = names.flatMap((name) => [pdfString(name), places.get(name)]);
      pdf._root.data.Names.data.Dests = { Names: flat };
    },
  };
}
