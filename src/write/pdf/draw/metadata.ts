import { type Pdf, pdfString } from "./pdfkit.js";
import { PRODUCER, type Properties } from "./properties.js";
import { xmpOf } from "./xmp.js";

/** The information dictionary (ISO 32000-1, 14.3.3). */
export const infoOf = (properties: Properties): Record<string, unknown> => ({
  Title: pdfString(properties.title),
  ...(properties.author !== null && { Author: pdfString(properties.author) }),
  ...(properties.subject !== null && { Subject: pdfString(properties.subject) }),
  Creator: PRODUCER,
  Producer: PRODUCER,
  CreationDate: properties.date,
  ModDate: properties.date,
  Source: properties.source,
});

/** Writes the XMP in place of pdfkit's, which escapes nothing and leaves out half. */
export function writeMetadata(pdf: Pdf, properties: Properties & { archival: boolean }): void {
  pdf.endMetadata = () => {
    const stream = pdf.ref({ Type: "Metadata", Subtype: "XML" });
    // Readable without unpacking, for programs that know no PDF (ISO 16684-1, 7.3).
    Object.assign(stream, { compress: false });
    stream.end(new TextEncoder().encode(xmpOf(properties)));
    pdf._root.data.Metadata = stream;
  };
}
