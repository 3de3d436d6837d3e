import { isUnseen } from "../../../model/rich.js";
import { type Box, extent } from "../layout/box.js";
import type { Tag, Target } from "../layout/tag.js";
import { type Pdf, pdfString } from "./pdfkit.js";
import type { Structure } from "./structure.js";

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The annotations of a Link: one a line, or one for the whole cell (ISO 32000-1, 12.5.6.5). */
export function annotate(tag: Tag, boxes: readonly Box[], structure: Structure, pdf: Pdf): void {
  const { target } = tag;
  if (!target) return;
  const areas = boxes.filter((box) => box.kind === "area" || box.kind === "image").map(extent);
  const words = boxes.filter((box) => box.kind === "text").map(extent);
  for (const area of areas.length > 0 ? areas.slice(0, 1) : linesOf(words)) {
    const annotation = pdf.ref({
      Type: "Annot",
      Subtype: "Link",
      Rect: rectangle(area, pdf.page.height),
      Border: [0, 0, 0],
      // Printed, neither hidden nor invisible: what PDF/A wants to be told (ISO 19005-3, 6.3.2).
      F: 4,
      A: actionOf(target),
      Contents: pdfString(descriptionOf(tag, target)),
    });
    structure.annotate(tag, annotation);
    pdf.page.annotations.push(annotation);
    annotation.end();
    annotation.data = {};
  }
}

const actionOf = (target: Target): object =>
  "name" in target
    ? { S: "GoTo", D: pdfString(target.name) }
    : { S: "URI", URI: pdfString(target.href) };

/** The words of the link, for who can't see them (PDF/UA-1, 7.18.5); where there are none, its address. */
const descriptionOf = ({ contents = "" }: Tag, target: Target): string =>
  isUnseen(contents) ? ("name" in target ? target.name : target.href) : contents;

/** From the top left to the lower left corner. */
export const rectangle = (
  { x, y, width, height }: Area,
  page: number,
): [number, number, number, number] => [x, page - y - height, x + width, page - y];

/** Areas that stand on one line are one. */
function linesOf(areas: readonly Area[]): Area[] {
  const lines: Area[] = [];
  for (const area of areas) {
    const last = lines.at(-1);
    if (!last || Math.abs(last.y - area.y) > 1) lines.push({ ...area });
    else {
      const right = Math.max(last.x + last.width, area.x + area.width);
      last.x = Math.min(last.x, area.x);
      last.width = right - last.x;
    }
  }
  return lines;
}
