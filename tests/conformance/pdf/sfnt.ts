/** What a TrueType program says of its glyphs (ISO/IEC 14496-22: head, maxp, hhea, hmtx, cmap). */
export interface Program {
  glyphs: number;
  /** The advance width of a glyph in thousandths of an em. */
  widthOf(glyph: number): number;
  /** The platform and encoding of each cmap subtable, as "3,1"; none where there is no cmap. */
  cmaps: string[];
}

/** Reads a TrueType program. Throws where a table is missing or short. */
export function readProgram(bytes: Uint8Array): Program {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(view);
  const table = (tag: string): number => {
    const at = tables.get(tag);
    if (at === undefined) throw new Error(`The font program has no table "${tag}"`);
    return at;
  };
  for (const tag of ["glyf", "loca"]) table(tag);
  const perEm = view.getUint16(table("head") + 18);
  const glyphs = view.getUint16(table("maxp") + 4);
  const metrics = view.getUint16(table("hhea") + 34);
  const hmtx = table("hmtx");
  return {
    glyphs,
    widthOf: (glyph) => (view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) * 1000) / perEm,
    cmaps: cmapsOf(view, tables.get("cmap")),
  };
}

function tablesOf(view: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  const count = view.getUint16(4);
  for (let index = 0; index < count; index++) {
    const at = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    tables.set(tag, view.getUint32(at + 8));
  }
  return tables;
}

function cmapsOf(view: DataView, at: number | undefined): string[] {
  if (at === undefined) return [];
  return Array.from({ length: view.getUint16(at + 2) }, (_, index) => {
    const record = at + 4 + 8 * index;
    return `${view.getUint16(record)},${view.getUint16(record + 2)}`;
  });
}
