import { type Change, sideOf } from "../change.js";
import { type Group, groupsOf, summaryOf } from "../tell/groups.js";
import { tell } from "../tell/told.js";
import type { Segment } from "../tell/word-diff.js";
import type { WriteDiff } from "./format.js";

/** Changes for a terminal, by track and level: in colours, or as `git diff --word-diff` marks words. */
export const text: WriteDiff = ({ changes, colour }) => {
  if (changes.length === 0) return "";
  let track: string | null = null;
  const lines = groupsOf(changes).flatMap((group) => {
    const heads = headsOf(group, track);
    track = group.track;
    return [...heads, ...group.changes.flatMap((change) => linesOf(change, colour)), ""];
  });
  return `${[...lines, summaryOf(changes)].join("\n")}\n`;
};

function headsOf({ track, level }: Group, last: string | null): string[] {
  const heads = track !== null && track !== last ? [printable(track)] : [];
  return level === null ? heads : [...heads, `  ${printable(level)}`];
}

function linesOf(change: Change, colour: boolean): string[] {
  const { kinds, path, from, segments, outline } = tell(change);
  const { level, track, place } = sideOf(change);
  const indent = level !== null ? "    " : track !== null ? "  " : "";
  const moved = from === null ? "" : ` (from ${printable(from)})`;
  const words = segments.map((segment) => marked(segment, colour)).join("");
  const line = place ? ` (line ${place.start.line})` : "";
  const head = `${indent}${kinds}: ${printable(path)}${moved}${words && ": "}${words}${dim(line, colour)}`;
  const as = change.after ? "new" : "old";
  return [
    head,
    ...outline.map(
      (each) => `${indent}  ${"  ".repeat(each.depth)}${marked({ text: each.text, as }, colour)}`,
    ),
  ];
}

const dim = (words: string, colour: boolean): string =>
  colour && words !== "" ? `\u001b[2m${words}\u001b[0m` : words;

function marked({ text: words, as }: Segment, colour: boolean): string {
  const safe = printable(words);
  if (as === "same") return safe;
  if (colour) return `\u001b[${as === "old" ? 31 : 32}m${safe}\u001b[0m`;
  return as === "old" ? `[-${safe}-]` : `{+${safe}+}`;
}

// Control characters, and those that turn the direction of what follows, come from outside.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text that changes nothing about the terminal it is shown on; a line break is " / ". */
const printable = (words: string): string =>
  words
    .replaceAll("\n", " / ")
    .replace(UNSAFE, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
