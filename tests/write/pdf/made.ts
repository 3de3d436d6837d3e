import type { Document } from "../../../src/document.js";
import type { ImageFile, Resources } from "../../../src/resources.js";
import type { Theme } from "../../../src/theme/theme.js";
import { makeFonts } from "../../../src/write/pdf/font/fonts.js";
import { loadShaper } from "../../../src/write/pdf/font/shaper.js";
import { contextOf, writePdf } from "../../../src/write/pdf/index.js";
import { type Layout, layOut } from "../../../src/write/pdf/layout/document.js";
import { defaultTheme, testResources } from "../../helpers/resources.js";
import { ladder } from "./sample.js";

await loadShaper();

const fonts = testResources();

/** Resources with the images given. */
export const withImages = (images: Record<string, ImageFile>): Resources => ({
  ...fonts,
  image: (src) => images[src] ?? null,
  profile: () => fonts.profile(),
});

/** Resources with the default theme on pages of this size and margin. */
export function onPage(width: number, height: number, margin: number): Resources {
  const margins = { top: margin, right: margin, bottom: margin, left: margin };
  const theme = { ...(defaultTheme as Theme), page: { size: { width, height }, margins } };
  return { ...withImages({}), theme };
}

/** Writes a document. */
export const written = (document: Document, resources = withImages({})) =>
  writePdf({ document, ladder, resources });

/** Lays a document out. */
export function laidOut(document: Document, resources = withImages({})): Layout {
  return layOut(document, contextOf({ document, ladder, resources }, makeFonts(resources)));
}

/** A PDF as pdfjs, which is not ours, sees it. */
export async function opened(bytes: Uint8Array) {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
}

/** The text of each page, in the order of its content. */
export async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const pdf = await opened(bytes);
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(
      items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""),
    );
  }
  return texts;
}
