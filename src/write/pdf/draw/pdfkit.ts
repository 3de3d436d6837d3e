import PDFDocument from "pdfkit";

/** An element of the structure tree; what pdfkit's types lack of it. */
export interface Element {
  add(child: Element | (() => void)): Element;
  end(): void;
  dictionary: { data: Record<string, unknown> };
}

/** A font as pdfkit embeds it. */
export interface EmbeddedFont {
  id: string;
  /** The code points that each code stands for. */
  unicode: number[][];
  /** Codes in hexadecimal, and how far each moves on, in 1/1000 em. */
  encode(text: string, features?: string[]): [string[], GlyphPlace[]];
  ref(): object;
}

interface GlyphPlace {
  xAdvance: number;
  advanceWidth: number;
  xOffset: number;
  yOffset: number;
}

/** A pdfkit document, with what its types lack and these pages use. */
export type Pdf = Omit<PDFKit.PDFDocument, "struct" | "addStructure" | "file" | "page"> & {
  struct(type: string, options?: Record<string, unknown>): Element;
  addStructure(element: Element): Pdf;
  file(bytes: Uint8Array, options: Record<string, unknown>): unknown;
  openImage(bytes: Uint8Array): object;
  page: {
    dictionary: object;
    height: number;
    fonts: Record<string, object>;
    write(content: string): void;
  };
  flush(): void;
  _font: EmbeddedFont;
  _root: { data: { Names: { data: Record<string, unknown> } } };
};

/**
 * Opens a document; `font: null` keeps pdfkit from reading a font of its own. Operators are handed
 * over a page at a time, by `flush`: pdfkit makes a buffer of each, a million in a long document.
 */
export function openPdf(options: Record<string, unknown>): Pdf {
  const made = new PDFDocument({ ...options, font: null, autoFirstPage: false } as never);
  const pdf = made as unknown as Pdf;
  let operators: string[] = [];
  pdf.addContent = (operator: string) => {
    operators.push(operator);
    return made;
  };
  pdf.flush = () => {
    pdf.page.write(operators.join("\n"));
    operators = [];
  };
  return pdf;
}
