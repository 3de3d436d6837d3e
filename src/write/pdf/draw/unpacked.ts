import type { Dictionary, Pdf, Ref } from "./pdfkit.js";
import type { Png } from "./png.js";
import { samplesOf } from "./samples.js";

/** True for a PNG of which pdfkit makes another picture: it takes few bits, or one clear colour, for bytes. */
export const needsUnpacking = ({ bits, type, interlaced, transparency }: Png): boolean =>
  bits < 8 ? interlaced || transparency !== null : type !== 3 && transparency !== null;

/** Embeds such a PNG unpacked, as an image that pdfkit takes for one of its own. */
export function embedUnpacked(png: Png, label: string, pdf: Pdf): object {
  const { width, height } = png;
  const { colors, alpha } = samplesOf(png);
  const size = { Type: "XObject", Subtype: "Image", Width: width, Height: height };
  const written = (dictionary: Dictionary, bytes: Uint8Array): Ref => {
    const ref = pdf.ref({ ...size, BitsPerComponent: 8, ...dictionary });
    ref.end(bytes);
    return ref;
  };
  const mask = alpha && written({ ColorSpace: "DeviceGray" }, alpha);
  const ColorSpace = colorSpaceOf(png, pdf);
  const obj = written({ ColorSpace, ...(mask && { SMask: mask }) }, colors);
  return { width, height, label, obj };
}

function colorSpaceOf({ type, palette }: Png, pdf: Pdf): unknown {
  if (type !== 3) return type === 0 ? "DeviceGray" : "DeviceRGB";
  const table = pdf.ref({});
  table.end(palette ?? Buffer.alloc(3));
  return ["Indexed", "DeviceRGB", (palette?.length ?? 3) / 3 - 1, table];
}
