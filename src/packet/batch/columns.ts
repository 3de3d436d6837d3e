import { nearest } from "../../nearest.js";
import { BatchError } from "./row.js";

/** A cell of a table's head. */
export interface Head {
  name: string;
  /** "candidates.csv:1:7". */
  place: string;
}

/**
 * The names of a table's columns, each one of those that are known, and once; null where a column has
 * none, which may be at the end only. Throws a BatchError.
 */
export function columnsOf(heads: readonly Head[], known: readonly string[]): (string | null)[] {
  const last = heads.findLastIndex(({ name }) => name.trim() !== "");
  const seen = new Set<string>();
  return heads.map(({ name: given, place }, index) => {
    const name = given.trim();
    if (index > last) return null;
    const problem = problemOf(name, seen, known);
    if (problem) throw new BatchError(place, ...problem);
    seen.add(name);
    return name;
  });
}

function problemOf(
  name: string,
  seen: ReadonlySet<string>,
  known: readonly string[],
): [string, string] | null {
  if (name === "") return ["unnamed-column", "Unexpected column without a name"];
  if (seen.has(name)) return ["duplicate-column", `Unexpected second column "${name}"`];
  if (known.includes(name)) return null;
  // A file without a head has a candidate there: what is no slip of a name is not told.
  const near = nearest(name, known);
  const told = near ? ` "${name}"${near}` : "";
  return ["unknown-column", `Unexpected column${told}, expected ${known.join(", ")}`];
}
