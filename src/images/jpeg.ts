/** What a JPEG's frame tells: how it was packed, bits a sample, and channels of colour. */
export interface JpegFrame {
  /** The last four bits of its marker: 0 baseline, 1 extended, 2 progressive, and rarer ones. */
  process: number;
  bits: number;
  channels: number;
}

/** Markers of the same range that begin no frame (ITU-T T.81, table B.1). */
const NO_FRAME = [0xc4, 0xc8, 0xcc];

/** What ends an image (T.81, B.1.1.3). */
const END = Buffer.from([0xff, 0xd9]);

/** The frame of a JPEG; null: it has none, or ends before its image does. */
export function jpegFrame(bytes: Uint8Array): JpegFrame | null {
  const jpeg = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // T.81, B.1.1.4: segments of a marker, and a length that counts itself.
  for (let at = 2; at + 10 <= jpeg.length && jpeg[at] === 0xff; ) {
    const marker = jpeg.readUInt8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker))
      return jpeg.indexOf(END, at) < 0
        ? null
        : {
            process: marker & 0xf,
            bits: jpeg.readUInt8(at + 4),
            channels: jpeg.readUInt8(at + 9),
          };
    // A marker may be filled up with bytes of FF.
    at += marker === 0xff ? 1 : 2 + jpeg.readUInt16BE(at + 2);
  }
  return null;
}

/**
 * Why a JPEG can't stand in a PDF as it is; null: it can. PDFs unpack baseline and progressive ones
 * (ISO 32000-1, 7.4.8); CMYK has no meaning beside an output intent of RGB (ISO 19005-3, 6.2.4.3).
 */
export function jpegComplaint(bytes: Uint8Array): string | null {
  const frame = jpegFrame(bytes);
  if (!frame) return "A broken JPEG";
  const { process, bits, channels } = frame;
  if (channels !== 1 && channels !== 3)
    return `A JPEG of ${channels} channels (4: CMYK), expected RGB or grey`;
  return process <= 2 && bits === 8 ? null : "A JPEG that is neither baseline nor progressive";
}
