import SvgToPdf from "svg-to-pdfkit";
import type { ImageBox } from "../layout/box.js";
import type { Pdf } from "./pdfkit.js";

/** Draws an SVG where its box is. */
export type DrawSvg = typeof drawSvg;

/**
 * Draws an SVG of nothing but shapes as such; whatever it might load besides, it does not get. The
 * content of a group that is see-through or clipped is a form of its own, and not the page's.
 */
export function drawSvg(pdf: Pdf, { x, y, width, height, image }: ImageBox): void {
  pdf.directly(() => {
    pdf.save();
    SvgToPdf(pdf, new TextDecoder().decode(image.bytes), x, y, {
      width,
      height,
      assumePt: true,
      preserveAspectRatio: "xMidYMid meet",
      imageCallback: () => "",
      warningCallback: () => {},
    });
    pdf.restore();
  });
}
