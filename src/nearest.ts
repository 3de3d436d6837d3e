import { closest, distance } from "fastest-levenshtein";

/** More letters than this are no slip. */
const SLIP = 2;

/** ' (did you mean "folio"?)' where one of the names is nearly the one given, else nothing. */
export function nearest(name: string, names: readonly string[]): string {
  const near = closest(name, names);
  return near && distance(name, near) <= SLIP ? ` (did you mean "${near}"?)` : "";
}
