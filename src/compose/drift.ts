import { diffArrays } from "diff";
import type { Document } from "../document.js";
import { documentLines, type Line } from "../document-lines.js";
import type { Place } from "../model/ladder.js";

/** One difference between a rendering and what the post would give today. */
export interface Drift {
  /** "SE 2 › Communication › 3". */
  path: string;
  /** What the rendering shows; null where it lacks the line. */
  found: string | null;
  /** What it should show; null where the line should not be there. */
  expected: string | null;
  /** True where the words are the same and only what surrounds them differs. */
  form: boolean;
  /** Where the post says it. */
  place?: Place | undefined;
}

/** More edits than this are not aligned one by one: the documents are different ones. */
const MAX_EDITS = 4000;

/** The differences between two documents, in the order of the wanted one. */
export function diffDocuments(found: Document, wanted: Document): Drift[] {
  const before = documentLines(found);
  const after = documentLines(wanted);
  const changes = diffArrays(before, after, { comparator: same, maxEditLength: MAX_EDITS });
  if (!changes) return pair(before, after);
  const drifts: Drift[] = [];
  let removed: Line[] = [];
  for (const change of changes) {
    if (change.removed) removed.push(...change.value);
    else if (change.added) {
      drifts.push(...pair(removed, change.value));
      removed = [];
    } else {
      drifts.push(...pair(removed, []));
      removed = [];
    }
  }
  return [...drifts, ...pair(removed, [])];
}

const same = (a: Line, b: Line): boolean => a.marked === b.marked && a.kind === b.kind;

/** Pairs lines of the same path; those that are left are missing or too many. */
function pair(found: readonly Line[], wanted: readonly Line[]): Drift[] {
  const left = new Map<string, Line[]>();
  for (const line of found) left.set(line.path, [...(left.get(line.path) ?? []), line]);
  const drifts = wanted.flatMap((line) => {
    const partner = left.get(line.path)?.shift();
    return partner && same(partner, line) ? [] : [driftOf(partner, line)];
  });
  for (const lines of left.values()) drifts.push(...lines.map((line) => driftOf(line, undefined)));
  return drifts;
}

function driftOf(found: Line | undefined, wanted: Line | undefined): Drift {
  const form = found !== undefined && wanted?.marked === found.marked;
  const shown = (line: Line | undefined) => (line ? (form ? line.kind.trim() : line.marked) : null);
  return {
    path: wanted?.path ?? found?.path ?? "",
    found: shown(found),
    expected: shown(wanted),
    form,
    place: wanted?.place,
  };
}
