import { readToUnicode } from "./cmap.js";
import { type Program, readProgram } from "./sfnt.js";
import { Dict, type Stream } from "./values.js";

/** A font as a page names it: Type 0 over a TrueType program is read whole, others only named. */
export interface Font {
  dict: Dict;
  /** Its descendant, for Type 0; else itself. */
  described: Dict;
  descriptor: Dict | undefined;
  file: Stream | undefined;
  program: Program | undefined;
  /** Why the program or the CMap could not be read. */
  problem: string | undefined;
  unicode: ReadonlyMap<number, string> | undefined;
  /** Splits a shown string into codes. */
  codes(bytes: Uint8Array): number[];
  /** The glyph of a code, in the program. */
  glyphOf(code: number): number;
  /** The width of a code that the dictionary tells, in thousandths of an em. */
  widthOf(code: number): number;
}

/** Reads a font's dictionary; what can't be read is told in `problem`. */
export function readFont(dict: Dict): Font {
  const isComposite = dict.name("Subtype") === "Type0";
  const [descendant] = dict.list("DescendantFonts");
  const described = isComposite && descendant instanceof Dict ? descendant : dict;
  const descriptor = described.dict("FontDescriptor");
  const file = ["FontFile2", "FontFile3", "FontFile"].flatMap(
    (key) => descriptor?.stream(key) ?? [],
  )[0];
  const problems: string[] = [];
  const tried = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push(String(error));
      return undefined;
    }
  };
  const toUnicode = dict.stream("ToUnicode");
  const widths = isComposite ? cidWidths(described) : simpleWidths(dict);
  const gids = described.stream("CIDToGIDMap")?.data();
  return {
    dict,
    described,
    descriptor,
    file,
    program: file && tried(() => readProgram(file.data())),
    unicode: toUnicode && tried(() => readToUnicode(toUnicode.data())),
    problem: problems[0],
    codes: isComposite ? pairs : (bytes) => [...bytes],
    glyphOf: (code) => (gids ? (gids[2 * code] ?? 0) * 256 + (gids[2 * code + 1] ?? 0) : code),
    widthOf: widths,
  };
}

const pairs = (bytes: Uint8Array): number[] =>
  Array.from(
    { length: Math.ceil(bytes.length / 2) },
    (_, at) => (bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0),
  );

/** The W array (ISO 32000-1, 9.7.4.3). */
function cidWidths(descendant: Dict): (code: number) => number {
  const widths = new Map<number, number>();
  const list = descendant.list("W");
  for (let at = 0; at < list.length; ) {
    const first = list[at] as number;
    const next = list[at + 1];
    if (Array.isArray(next)) {
      next.forEach((width, index) => {
        widths.set(first + index, width as number);
      });
      at += 2;
    } else {
      for (let code = first; code <= (next as number); code++)
        widths.set(code, list[at + 2] as number);
      at += 3;
    }
  }
  const other = descendant.number("DW") ?? 1000;
  return (code) => widths.get(code) ?? other;
}

function simpleWidths(dict: Dict): (code: number) => number {
  const first = dict.number("FirstChar") ?? 0;
  const widths = dict.list("Widths");
  return (code) => (widths[code - first] as number | undefined) ?? 0;
}
