import type { ImageBox } from "../layout/box.js";
import type { Pdf } from "./pdfkit.js";
import { isSoundPng } from "./png.js";
import type { DrawSvg } from "./svg.js";

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
  return {
    draw: (box) => {
      const { x, y, width, height, image } = box;
      if (image.format === "svg") {
        drawSvg?.(pdf, box);
        return drawSvg !== null;
      }
      const sound = known.has(image) || image.format === "jpeg" || isSoundPng(image.bytes);
      if (!sound) {
        broken(box);
        return false;
      }
      try {
        const opened = known.get(image) ?? pdf.openImage(image.bytes);
        known.set(image, opened);
        pdf.image(opened as never, x, y, { width, height });
        return true;
      } catch {
        broken(box);
        return false;
      }
    },
  };
}
