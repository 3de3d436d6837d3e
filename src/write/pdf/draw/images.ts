import type { ImageBox } from "../layout/box.js";
import type { Pdf } from "./pdfkit.js";
import { openPng } from "./png.js";
import type { DrawSvg } from "./svg.js";
import { embedUnpacked, needsUnpacking } from "./unpacked.js";

/** Draws images, each embedded once. */
export interface Images {
  /** False where the file can't be embedded after all. */
  draw(box: ImageBox): boolean;
}

/** The images of a document; `broken` hears of each that can't be read. */
export function openImages(
  pdf: Pdf,
  broken: (box: ImageBox) => void,
  drawSvg: DrawSvg | null,
): Images {
  const known = new Map<ImageBox["image"], object>();
  const open = ({ bytes, format }: ImageBox["image"]): object => {
    if (format !== "png") return pdf.openImage(bytes);
    const png = openPng(bytes);
    if (!png) throw new Error("A broken PNG");
    return needsUnpacking(png) ? embedUnpacked(png, `U${known.size}`, pdf) : pdf.openImage(bytes);
  };
  const drawPixels = ({ x, y, width, height, image }: ImageBox) => {
    const opened = known.get(image) ?? open(image);
    known.set(image, opened);
    pdf.image(opened as never, x, y, { width, height });
  };
  return {
    draw: (box) => {
      try {
        if (box.image.format === "svg") drawSvg?.(pdf, box);
        else drawPixels(box);
        return true;
      } catch {
        broken(box);
        return false;
      }
    },
  };
}
