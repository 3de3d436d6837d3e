import { operationsOf } from "./tokens.js";
import { Text, within } from "./values.js";

/** An object as it is written, found by the cross-reference table. */
export interface Written {
  number: number;
  /** Where its number stands in the file. */
  offset: number;
  /** From its number on, up to the next object or table. */
  source: string;
}

/** The cross-reference table that `startxref` names, up to its trailer; undefined where it is none. */
export function tableOf(source: string): string | undefined {
  const [, start] = /^startxref\s+(\d+)/.exec(source.slice(source.lastIndexOf("startxref"))) ?? [];
  const at = Number(start ?? -1);
  if (at < 0 || !source.startsWith("xref", at)) return undefined;
  return source.slice(at, source.indexOf("trailer", at));
}

/** The objects of the table, in the order of the file. */
export function writtenObjects(source: string): Written[] {
  const table = tableOf(source);
  if (table === undefined) return [];
  const found: { number: number; offset: number }[] = [];
  let number = 0;
  for (const [, first, count, offset, use] of table.matchAll(
    /^(\d+) (\d+)\s*$|^(\d{10}) \d{5} ([nf])/gm,
  )) {
    if (count !== undefined) number = Number(first);
    else if (use === "n") found.push({ number: number++, offset: Number(offset) });
    else number++;
  }
  found.sort((a, b) => a.offset - b.offset);
  const end = source.lastIndexOf("xref", source.lastIndexOf("startxref") - 1);
  return found.map(({ offset, ...each }, index) => ({
    ...each,
    offset,
    source: source.slice(offset, found[index + 1]?.offset ?? end),
  }));
}

/** The strings of an object in hexadecimal, as they are written; those of its stream, if any, are left out. */
export function hexStringsOf({ source }: Written): string[] {
  const body = source.slice(0, /\bstream\r?\n|\bendobj\b/.exec(source)?.index);
  const withoutReferences = `${body.replace(/\b\d+ \d+ R\b/g, "null")} end`;
  return [...operationsOf(Buffer.from(withoutReferences, "latin1"))]
    .flatMap(({ operands }) => [...within(operands)])
    .flatMap((value) =>
      value instanceof Text && value.digits !== undefined ? [value.digits] : [],
    );
}

/** A stream as it is written: the end of line after its keyword, its bytes, and what parts them from the end. */
export function streamOf({ source }: Written) {
  const found = /\bstream(\r\n|\n|\r|)/.exec(source);
  const end = source.lastIndexOf("endstream");
  if (!found || end < 0) return undefined;
  const from = found.index + found[0].length;
  return { eol: found[1] ?? "", from, end, before: source.slice(Math.max(from, end - 2), end) };
}
