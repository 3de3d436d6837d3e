import { type Box, extent } from "../layout/box.js";
import type { Tag } from "../layout/tag.js";
import type { Element, Pdf } from "./pdfkit.js";

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * The annotations of a Link: one a line, or one for the whole cell. pdfkit's own `text({link})`
 * leaves them without Contents, and those inside the document without an owner in the tree.
 */
export function annotate(tag: Tag, boxes: readonly Box[], element: Element, pdf: Pdf): void {
  const { target } = tag;
  if (!target) return;
  const areas = boxes.filter((box) => box.kind === "area" || box.kind === "image").map(extent);
  const words = boxes.filter((box) => box.kind === "text").map(extent);
  const options = { structParent: element, Contents: new String(tag.contents ?? ""), F: 4 };
  for (const { x, y, width, height } of areas.length > 0 ? areas.slice(0, 1) : linesOf(words)) {
    if ("name" in target) pdf.goTo(x, y, width, height, target.name, options as never);
    else pdf.link(x, y, width, height, target.href, options as never);
  }
}

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
