/** A file in a zip, as the zip's directory tells it (APPNOTE.TXT, 4.3.12). */
export interface ZipEntry {
  name: string;
  /** The method of compression: 0 is none, 8 is Deflate. */
  method: number;
  encrypted: boolean;
  crc32: number;
  /** Bytes in the zip. */
  packed: number;
  /** Bytes when unpacked. */
  size: number;
  /** Where its own header stands. */
  at: number;
}

/** A zip's bytes as numbers; one that would stand outside is a RangeError. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const utf8 = new TextDecoder("utf-8");

/** The text of some bytes; such as are no UTF-8 show as U+FFFD. */
export const textAt = (bytes: Uint8Array, start: number, length: number): string =>
  utf8.decode(bytes.subarray(start, start + length));
