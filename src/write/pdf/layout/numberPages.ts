import type { Page } from "./box.js";
import type { Context } from "./context.js";

/** Puts the numbers of pages in the contents, now that it is known what stands where. */
export function numberPages(pages: readonly Page[], { fonts, direction }: Context): void {
  const pageOf = new Map<string, number>();
  pages.forEach((page, index) => {
    for (const box of page.boxes)
      if (box.kind === "anchor" && !pageOf.has(box.name)) pageOf.set(box.name, index + 1);
  });
  for (const page of pages)
    for (const box of page.boxes) {
      if (box.kind !== "text" || box.pageOf === undefined) continue;
      box.text = String(pageOf.get(box.pageOf) ?? "");
      const right = box.x + box.width;
      box.width = fonts.width(box.face, box.size, box.text);
      if (direction === "ltr") box.x = right - box.width;
    }
}
