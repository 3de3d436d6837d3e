import { visible } from "../../../model/rich.js";
import { fontName } from "../font/fonts.js";
import type { Glyph } from "../font/glyphs.js";
import type { TextBox } from "../layout/box.js";
import { drawMarks } from "./marks.js";
import type { EmbeddedFont, Pdf } from "./pdfkit.js";

/** Draws runs of text. */
export interface Pen {
  draw(box: TextBox): void;
  /** A page begins in no colour. */
  turnPage(): void;
}

/** A word as operands of TJ (ISO 32000-1, 9.4.3). */
interface Word {
  operands: string;
  /** What a viewer reads, where it isn't the word: two characters may share a glyph. */
  misread: boolean;
}

/**
 * A pen for one document. pdfkit's `text` measures each run again and writes eight operators for
 * it, each in bytes of its own; here words are encoded once, and a run is one piece of content.
 */
export function openPen(pdf: Pdf): Pen {
  const words = new Map<string, Word>();
  let color = "";

  const wordOf = (name: string, text: string, features?: string[]): Word => {
    const key = `${name} ${text}`;
    const known = words.get(key) ?? encode(pdf._font, text, features);
    words.set(key, known);
    return known;
  };
  const draw = (box: TextBox) => {
    const name = fontName(box.face, box.rtl);
    pdf.font(name);
    if (box.color !== color) pdf.fillColor(box.color);
    color = box.color;
    const texts = box.rtl ? [box.text] : (box.text.match(WORDS) ?? []);
    const parts = texts.map((text) => wordOf(name, text, box.rtl ? [] : undefined));
    const actual = box.actual ?? (parts.some((part) => part.misread) ? box.text : undefined);
    if (actual !== undefined) pdf.markContent("Span", { actual });
    set(pdf, box, parts.map((part) => part.operands).join(" "));
    let { x } = box;
    for (const text of texts) {
      drawMarks({ ...box, text, x }, pdf._font.font, pdf);
      x += (pdf._font.font.widthOf(text) * box.size) / 1000;
    }
    if (actual !== undefined) pdf.endMarkedContent();
  };
  return {
    draw,
    turnPage: () => {
      color = "";
    },
  };
}

/** Words with the space after them, as the font's layout takes them. */
const WORDS = /[^ \t]*[ \t]|[^ \t]+$/g;

/** pdfkit's pages count from the top, so text, which does not, is turned over by its matrix. */
function set(pdf: Pdf, box: TextBox, operands: string): void {
  const font = pdf._font;
  pdf.page.fonts[font.id] ??= font.ref();
  const matrix = `1 0 0 -1 ${rounded(box.x)} ${rounded(box.y)} Tm`;
  const size = rounded(box.size);
  pdf.addContent(`BT\n${matrix}\n/${font.id} ${size} Tf\n[${operands}] TJ\nET`);
}

/** As pdfkit's own `encode`, which copies and measures each word for each document. */
function encode(font: EmbeddedFont, text: string, features?: string[]): Word {
  const { scale, unicode } = font;
  const { glyphs, positions } = font.font.shapeOf(text);
  const operands: string[] = [];
  let hex = "";
  let read = "";
  for (const [index, glyph] of glyphs.entries()) {
    const code = codeOf(glyph, font);
    hex += code.toString(16).padStart(4, "0");
    read += String.fromCodePoint(...(unicode[code] ?? []));
    const { xAdvance = 0 } = positions[index] ?? {};
    const kern = rounded(glyph.advanceWidth * scale - xAdvance * scale);
    if (kern === 0 && index < glyphs.length - 1) continue;
    operands.push(kern === 0 ? `<${hex}>` : `<${hex}> ${kern}`);
    hex = "";
  }
  return {
    operands: operands.join(" "),
    misread: features === undefined && visible(read) !== visible(text),
  };
}

/** The code of a glyph in a document's part of its font. */
function codeOf({ id, advanceWidth, codePoints }: Glyph, font: EmbeddedFont): number {
  const code = font.subset.includeGlyph(id);
  font.widths[code] ??= advanceWidth * font.scale;
  font.unicode[code] ??= codePoints;
  return code;
}

/** Numbers as pdfkit writes them: no exponent, a thousandth of a point is enough. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
