import type { Meta } from "../../../document.js";
import type { Ladder } from "../../../model/ladder.js";
import type { Protection } from "../../writer.js";
import type { Fonts } from "../font/fonts.js";
import type { ImageBox, TextBox } from "../layout/box.js";
import type { Layout } from "../layout/document.js";
import type { Ledger } from "../ledger.js";
import type { Style } from "../style/style.js";
import { attach } from "./attachments.js";
import { declareColors, labelPages } from "./catalog.js";
import { openDestinations } from "./destinations.js";
import { protect } from "./encryption.js";
import { identify, UNKNOWN_ID } from "./identity.js";
import { openImages } from "./images.js";
import { infoOf, writeMetadata } from "./metadata.js";
import { drawOutline, placesOf } from "./outline.js";
import { drawPage } from "./page.js";
import { type EmbeddedFont, openPdf, type Pdf } from "./pdfkit.js";
import { propertiesOf } from "./properties.js";
import { sinkOf } from "./sink.js";
import { openStructure } from "./structure.js";
import type { DrawSvg } from "./svg.js";
import { openPen } from "./text.js";

/** What is drawn, and who hears of it. */
export interface Drawing {
  layout: Layout;
  meta: Meta;
  ladder: Ladder;
  /** The post as it came, to be attached. */
  source?: Uint8Array | undefined;
  /** The ICC profile of the colours. */
  profile: Uint8Array;
  fonts: Fonts;
  ledger: Ledger;
  broken(box: ImageBox): void;
  missing(box: TextBox): void;
  /** How the file is protected; left out: not at all. */
  protection?: { by: Protection; content: string } | undefined;
}

/** Draws laid out pages; returns the PDF's bytes. */
export async function drawDocument(drawing: Drawing): Promise<Uint8Array> {
  const { layout, ladder, ledger } = drawing;
  const pdf = open(drawing);
  const bytes = sinkOf(pdf);
  const structure = openStructure(pdf, layout.root);
  const destinations = openDestinations(pdf);
  const images = openImages(pdf, drawing.broken, await svgFor(layout.style));
  const places = placesOf(layout);
  const pen = openPen(pdf);
  layout.pages.forEach((page, index) => {
    drawPage(page, { pdf, structure, destinations, ledger, images, pen, missing: drawing.missing });
    structure.endPage(index);
    // A drawn page is not needed again; a long document has a great many boxes.
    page.boxes.length = 0;
  });
  structure.end();
  drawOutline(layout, places, pdf);
  destinations.end();
  // A packet goes to a person: it carries no more than it shows.
  if (!drawing.meta.packet) attach(pdf, ladder, drawing.source);
  declareColors(pdf, drawing.profile);
  labelPages(pdf);
  for (const font of Object.values(pdf._fontFamilies)) nameTheMissing(font);
  pdf.end();
  return identify(await bytes);
}

/**
 * No code of a font may stand for U+0000, as pdfkit says of the missing glyph (PDF/UA-1, 7.21.7;
 * ISO 19005-3, 6.2.11.7.2).
 */
function nameTheMissing(font: EmbeddedFont): void {
  font.unicode[0] = [0xfffd];
}

/** Few themes have an SVG, and drawing one takes a library of its own. */
async function svgFor({ title }: Style): Promise<DrawSvg | null> {
  const { of } = title.logo;
  return of?.image.format === "svg" ? (await import("./svg.js")).drawSvg : null;
}

function open({ layout, meta, fonts, protection }: Drawing): Pdf {
  const { page } = layout.style;
  // PDF/A forbids encryption (ISO 19005-3, 6.1.3): what is protected does not claim it.
  const properties = { ...propertiesOf(meta), archival: !protection };
  const pdf = openPdf({
    size: [page.width, page.height],
    margin: 0,
    pdfVersion: "1.7",
    displayTitle: true,
    lang: meta.language,
    info: infoOf(properties),
  });
  pdf._id = UNKNOWN_ID;
  if (protection) protect(pdf, protection.by, protection.content);
  writeMetadata(pdf, properties);
  for (const [face, font] of fonts.loaded()) pdf.registerFont(face, font as never);
  return pdf;
}
