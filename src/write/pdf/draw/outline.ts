import type { Layout } from "../layout/document.js";
import type { Pdf } from "./pdfkit.js";

/** Where a bookmark leads: a page (0-based), and how far down it. */
export interface OutlinePlace {
  page: number;
  y: number;
}

/** Where each anchor of a layout stands. */
export function placesOf(layout: Layout): Map<string, OutlinePlace> {
  const places = new Map<string, OutlinePlace>();
  layout.pages.forEach((page, index) => {
    for (const box of page.boxes)
      if (box.kind === "anchor" && !places.has(box.name))
        places.set(box.name, { page: index, y: box.y });
  });
  return places;
}

/** Bookmarks: the lines of the contents, in their depth. */
export function drawOutline(
  layout: Layout,
  places: ReadonlyMap<string, OutlinePlace>,
  pdf: Pdf,
): void {
  const path: PDFKit.PDFOutline[] = [pdf.outline];
  for (const entry of layout.entries) {
    const place = places.get(entry.name);
    if (!place) continue;
    const depth = Math.min(entry.depth, path.length - 1);
    const item = path[depth]?.addItem(entry.text, {
      pageNumber: place.page,
      fit: false,
      top: Math.max(0, place.y - 8),
      left: layout.style.page.width,
      expanded: depth === 0,
    } as never);
    path.length = depth + 1;
    if (item) path.push(item);
  }
}
