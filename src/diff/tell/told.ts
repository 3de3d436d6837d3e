import { type Change, type Piece, type Side, sideOf } from "../change.js";
import { richOf } from "../piece.js";
import { type OutlineLine, outline, titleOf, wordsOf } from "./outline.js";
import { anchorsOf, shapeOf } from "./shape.js";
import { type Segment, wordDiff } from "./word-diff.js";

/** A change in words, for whatever shows them. */
export interface Told {
  /** "moved, reworded". */
  kinds: string;
  /** Where, below its track and level: "Communication › 3"; empty: it is the level or the track. */
  path: string;
  /** Where it was moved from: "SE 1 › Communication › 2"; null: it stays. */
  from: string | null;
  /** Its words, with what changed in them. */
  segments: Segment[];
  /** What it holds, where it was added or removed as a whole. */
  outline: OutlineLine[];
}

/** Says a change in words. */
export function tell(change: Change): Told {
  const { kinds, before, after } = change;
  const side = sideOf(change);
  const isWhole = !before || !after;
  return {
    kinds: kinds.join(", "),
    path: shortPath(change, side),
    from: kinds.includes("moved") && before ? before.path : null,
    segments: before && after ? between(change, before, after) : wholeOf(side.piece, before),
    outline: isWhole ? outline(side.piece) : [],
  };
}

/** A path without what its group's heading says, and with the kind of what has no name of its own. */
function shortPath({ what }: Change, { path, level, track }: Side): string {
  const [first, ...rest] = path.split(" › ");
  // The line of front matter that follows says its key.
  if (what === "front matter") return path.replace(/ › .*/s, "");
  if (level === null && track === null) return path;
  if (what === "level" || what === "track") return what;
  return rest.length > 0 ? rest.join(" › ") : (first ?? "");
}

function wholeOf(piece: Piece, before: Side | null): Segment[] {
  const words = piece.kind === "level" ? titleOf(piece) : wordsOf(piece);
  const text = words === "" && !piece.parts ? `(${piece.kind})` : words;
  return text === "" ? [] : [{ text, as: before ? "old" : "new" }];
}

/** What differs between the two sides, its words first. */
function between({ kinds }: Change, before: Side, after: Side): Segment[] {
  const [a, b] = [before.piece, after.piece];
  const parts = [
    ...(a.text === undefined ? [] : [wordDiff(richOf(a), richOf(b))]),
    ...(before.grades ? [labelled("grade", gradesOf(before), gradesOf(after))] : []),
    ...(kinds.includes("renamed") ? [labelled("name", a.form ?? "", b.form ?? "")] : []),
    ...(kinds.includes("reshaped") ? [labelled("form", shapeOf(a), shapeOf(b))] : []),
    ...(kinds.includes("anchored") ? [labelled("anchors", anchorsOf(a), anchorsOf(b))] : []),
  ].filter((part) => part.length > 0);
  return parts.flatMap((part, index) => (index === 0 ? part : [same("; "), ...part]));
}

const same = (text: string): Segment => ({ text, as: "same" });

function labelled(label: string, before: string, after: string): Segment[] {
  const segments: Segment[] = [
    same(`${label} `),
    { text: before, as: "old" },
    { text: after, as: "new" },
  ];
  return segments.filter(({ text }) => text !== "");
}

const gradesOf = ({ grades = [] }: Side): string => grades.join(", ") || "none";
