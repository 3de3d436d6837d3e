import PDFDocument from "pdfkit";
import type { ShapedFont } from "../font/shape.js";

/** What a PDF's dictionary holds: a string is a name, a `String` a string, a `Ref` a reference. */
export type Dictionary = Record<string, unknown>;

/** An indirect object (ISO 32000-1, 7.3.10). */
export interface Ref {
  data: Dictionary;
  /** Writes it, with the bytes given as its stream. */
  end(stream?: Uint8Array): void;
}

/** The longest string (in UTF-16 code units) that a PDF/A may hold whatever its letters (ISO 19005-3, 6.1.13). */
const LONGEST = 16_000;

/** Text that is longer than a PDF/A may hold, cut off with "…". */
export const clipped = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, "")}…` : text;

/** Text as a string object, clipped. */
export const pdfString = (text: string): object => new String(clipped(text));

/** A font as pdfkit embeds it. */
export interface EmbeddedFont {
  id: string;
  /** The code points that each code stands for. */
  unicode: (readonly number[])[];
  /** The width of each code, in 1/1000 em. */
  widths: number[];
  /** 1/1000 em are so many units of the font. */
  scale: number;
  /** The part of the font that the document shows: a code for each glyph of it. */
  subset: { includeGlyph(id: number): number };
  ref(): object;
  font: ShapedFont;
}

/** A page as pdfkit writes it. */
interface PdfPage {
  dictionary: Ref;
  width: number;
  height: number;
  fonts: Record<string, object>;
  annotations: Ref[];
  write(content: Uint8Array): void;
}

/** A pdfkit document, with what its types lack and these pages use. */
export type Pdf = Omit<PDFKit.PDFDocument, "page" | "ref" | "read" | "_write"> & {
  ref(data: Dictionary | unknown[]): Ref;
  openImage(bytes: Uint8Array): object;
  page: PdfPage;
  flush(): void;
  /** Has `draw` write each operator at once, to whatever stands for the page just then. */
  directly(draw: () => void): void;
  endMetadata(): void;
  read(): Uint8Array | null;
  /** A line of text, a byte a character, or bytes. */
  _write(data: string | Uint8Array): void;
  _offset: number;
  _font: EmbeddedFont;
  _fontFamilies: Record<string, EmbeddedFont>;
  _root: { data: Dictionary & { Names: { data: Dictionary } } };
  _id: Uint8Array;
};

/**
 * Opens a document; `font: null` keeps pdfkit from reading a font of its own. Operators are handed
 * over a page at a time, by `flush`: pdfkit makes a buffer of each, a million in a long document.
 */
export function openPdf(options: Record<string, unknown>): Pdf {
  const made = new PDFDocument({ ...options, font: null, autoFirstPage: false } as never);
  const pdf = made as unknown as Pdf;
  let operators: string[] = [];
  const write = pdf.addContent;
  const gather = (operator: string) => {
    operators.push(operator);
    return made;
  };
  pdf.addContent = gather;
  pdf.flush = () => {
    // In bytes: pdfkit makes them of a string one by one.
    pdf.page.write(Buffer.from(`${operators.join("\n")}\n`, "latin1"));
    operators = [];
  };
  pdf.directly = (draw) => {
    const { page } = pdf;
    pdf.flush();
    pdf.addContent = write;
    try {
      draw();
    } finally {
      Object.assign(pdf, { page, addContent: gather });
    }
  };
  return pdf;
}
