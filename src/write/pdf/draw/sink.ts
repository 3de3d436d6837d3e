import type { Pdf } from "./pdfkit.js";

/** Bytes are kept in pieces of this length. */
const PIECE = 1 << 18;

/**
 * Takes what a document writes in place of pdfkit's stream; resolves to its bytes once it is ended (an
 * image is unpacked in the background). The stream would get four chunks an object, each a buffer of
 * its own: half a million for a long document, and those of pages would keep the larger buffers that
 * they were compressed into.
 */
export function sinkOf(pdf: Pdf): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let piece = Buffer.alloc(PIECE);
  let used = 0;
  /** Room for bytes that are never split. */
  const room = (length: number) => {
    if (used + length <= piece.length) return;
    pieces.push(piece.subarray(0, used));
    piece = Buffer.alloc(Math.max(PIECE, length));
    used = 0;
  };
  const write = (data: string | Uint8Array) => {
    const length = typeof data === "string" ? data.length + 1 : data.length;
    room(length);
    if (typeof data === "string") piece.write(`${data}\n`, used, "latin1");
    else piece.set(data, used);
    used += length;
    pdf._offset += length;
  };
  // What was written when the document was opened stands in its stream.
  for (let chunk = pdf.read(); chunk !== null; chunk = pdf.read()) {
    room(chunk.length);
    piece.set(chunk, used);
    used += chunk.length;
  }
  pdf._write = write;
  return new Promise((resolve) => {
    // The end of the stream is all that pdfkit pushes now.
    pdf.push = () => {
      resolve(Buffer.concat([...pieces, piece.subarray(0, used)]));
      return false;
    };
  });
}
