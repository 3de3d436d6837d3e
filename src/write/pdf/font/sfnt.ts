/** A font file's tables by their tags. */
export interface Sfnt {
  /** Null: the font has no such table. */
  table(tag: string): DataView | null;
}

/** Reads the directory of a font file (OpenType 1.9, "Table directory"). */
export function openSfnt(bytes: Uint8Array): Sfnt {
  const file = viewOf(bytes);
  const places = new Map<string, [offset: number, length: number]>();
  const count = file.getUint16(4);
  for (let entry = 12; entry < 12 + count * 16; entry += 16)
    places.set(tagAt(file, entry), [file.getUint32(entry + 8), file.getUint32(entry + 12)]);
  return {
    table: (tag) => {
      const place = places.get(tag);
      return place ? new DataView(file.buffer, file.byteOffset + place[0], place[1]) : null;
    },
  };
}

/** Bytes as numbers. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The bytes of a view, not copied. */
export const bytesOf = (view: DataView): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

/** The four letters of a tag. */
export const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(...bytesOf(view).subarray(at, at + 4));

/** What stands at an offset of a view, up to the view's end. */
export const from = (view: DataView, offset: number): DataView =>
  new DataView(view.buffer, view.byteOffset + offset, view.byteLength - offset);
