import type { Pdf } from "./pdfkit.js";

/**
 * What the colours of the pages mean: sRGB, which is their device's own as long as nothing else is
 * told (ISO 19005-3, 6.2.3). `profile` is an ICC profile of three channels.
 */
export function declareColors(pdf: Pdf, profile: Uint8Array): void {
  const stream = pdf.ref({ N: 3 });
  stream.end(profile);
  const name = new String("sRGB IEC61966-2.1");
  pdf._root.data.OutputIntents = [
    {
      Type: "OutputIntent",
      S: "GTS_PDFA1",
      OutputConditionIdentifier: name,
      Info: name,
      DestOutputProfile: stream,
    },
  ];
}

/** Pages are called by their number, as their foot does (ISO 32000-1, 12.4.2). */
export function labelPages(pdf: Pdf): void {
  pdf._root.data.PageLabels = { Nums: [0, { S: "D" }] };
}
