import type { Meta } from "../../../document.js";
import type { Ladder } from "../../../model/ladder.js";
import type { Fonts } from "../font/fonts.js";
import type { ImageBox, TextBox } from "../layout/box.js";
import type { Layout } from "../layout/document.js";
import type { Ledger } from "../ledger.js";
import { theme } from "../theme.js";
import { attachLadder } from "./attachment.js";
import { openDestinations } from "./destinations.js";
import { openImages } from "./images.js";
import { infoOf } from "./metadata.js";
import { drawOutline, placesOf } from "./outline.js";
import { drawPage } from "./page.js";
import { openPdf, type Pdf } from "./pdfkit.js";
import { openStructure } from "./structure.js";
import { openPen } from "./text.js";

/** What is drawn, and who hears of it. */
export interface Drawing {
  layout: Layout;
  meta: Meta;
  ladder: Ladder;
  fonts: Fonts;
  ledger: Ledger;
  broken(box: ImageBox): void;
  missing(box: TextBox): void;
}

/** Draws laid out pages; returns the PDF's bytes. */
export async function drawDocument(drawing: Drawing): Promise<Uint8Array> {
  const { layout, meta, ladder, fonts, ledger } = drawing;
  const pdf = open(meta, fonts);
  const bytes = collect(pdf);
  const structure = openStructure(pdf, layout.root);
  const destinations = openDestinations(pdf);
  const images = openImages(pdf, drawing.broken);
  const places = placesOf(layout);
  const pen = openPen(pdf);
  layout.pages.forEach((page, index) => {
    drawPage(page, { pdf, structure, destinations, ledger, images, pen, missing: drawing.missing });
    structure.endPage(index);
    // A drawn page is not needed again; a long document has a great many boxes.
    page.boxes.length = 0;
  });
  drawOutline(layout.entries, places, pdf);
  destinations.end();
  attachLadder(pdf, ladder);
  pdf.end();
  return bytes;
}

function open(meta: Meta, fonts: Fonts): Pdf {
  const pdf = openPdf({
    size: [theme.page.width, theme.page.height],
    margin: 0,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: meta.language,
    info: infoOf(meta),
  });
  for (const [face, font] of fonts.loaded()) pdf.registerFont(face, font as never);
  return pdf;
}

async function collect(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
