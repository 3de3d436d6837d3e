import type { Place } from "../model/ladder.js";
import type { Finding } from "./report.js";

/** Where something is: a file, and a stretch of its text where there is one. */
export interface Location {
  file: string;
  /** Lines and columns from 1, columns in UTF-16 code units; `endColumn` is after the last one. */
  region?: { line: number; column: number; endLine: number; endColumn: number };
}

/** Where a finding is to be shown, and the other place that it is about. */
export interface Located {
  at: Location;
  other?: Location;
}

/**
 * Where a finding is to be shown. One of a rendering is shown in the post, at what it comes from: the
 * rendering has no lines (PDF, DOCX), or none that a person wrote.
 */
export function locate({ file, message, source }: Finding): Located {
  const own = { file, ...regionOf(message.place) };
  if (!source) return { at: own };
  const other = { file: source.file, ...regionOf(source.place) };
  return message.place ? { at: own, other } : { at: other, other: own };
}

type MessagePlace = Finding["message"]["place"];

function regionOf(place: MessagePlace | Place): Pick<Location, "region"> {
  if (!place) return {};
  const [start, end] = "start" in place ? [place.start, place.end] : [place, place];
  const { line, column } = start;
  return { region: { line, column, endLine: end.line, endColumn: end.column } };
}
