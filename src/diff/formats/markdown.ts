import { escaped } from "../../markdown-text.js";
import { type Change, sideOf } from "../change.js";
import { type Group, groupsOf, summaryOf } from "../tell/groups.js";
import { tell } from "../tell/told.js";
import type { Segment } from "../tell/word-diff.js";
import type { WriteDiff } from "./format.js";

/** GitHub takes no longer text for a comment. */
const LONGEST = 65_536;
/** Room for the line that says how many changes are left out. */
const REST = 100;

/** Changes as a changelog entry or a comment: headings by track and level, ~~old~~ **new**. */
export const md: WriteDiff = ({ changes }) => {
  if (changes.length === 0) return "No changes.\n";
  const blocks: string[] = [`${summaryOf(changes)}.\n`];
  let length = blocks[0]?.length ?? 0;
  let told = 0;
  for (const { block, own } of blocksOf(changes)) {
    if (length + block.length > LONGEST - REST) break;
    blocks.push(block);
    length += block.length;
    told += own;
  }
  const more = changes.length - told;
  if (more > 0) blocks.push(`\n… and ${more} more change${more === 1 ? "" : "s"}.\n`);
  return blocks.join("");
};

/** Pieces of the text, each with the number of changes that it tells. */
function* blocksOf(changes: readonly Change[]): Generator<{ block: string; own: number }> {
  let track: string | null = null;
  for (const group of groupsOf(changes)) {
    const heads = headsOf(group, track);
    track = group.track;
    for (const [index, change] of group.changes.entries())
      yield { block: `${index === 0 ? heads : ""}${itemOf(change)}`, own: 1 };
  }
}

function headsOf({ track, level }: Group, last: string | null): string {
  const head = track !== null && track !== last ? `\n### ${escaped(track)}\n` : "";
  const sub = level === null ? "" : `\n#### ${escaped(level)}\n`;
  return `${head}${sub}\n`;
}

function itemOf(change: Change): string {
  const { kinds, path, from, segments, outline } = tell(change);
  const moved = from === null ? "" : ` (from ${escaped(from)})`;
  const words = wordsOf(segments);
  const as = sideOf(change) === change.after ? "new" : "old";
  const below = outline.map(
    ({ depth, text }) => `  ${"  ".repeat(depth)}- ${wordsOf([{ text, as }])}\n`,
  );
  return `- ${kinds}: ${escaped(path)}${moved}${words && ": "}${words}\n${below.join("")}`;
}

function wordsOf(segments: readonly Segment[]): string {
  return segments
    .map((segment, index) => marked(segment, segments[index - 1], segments[index + 1]))
    .join("");
}

/**
 * A changed stretch between marks; white space stays outside of them. Where letters stand right beside
 * it, Markdown's marks would be none (CommonMark 6.2, flanking): then in HTML's.
 */
function marked({ text, as }: Segment, before?: Segment, after?: Segment): string {
  if (as === "same") return escaped(text);
  const inner = escaped(text.trim());
  if (inner === "") return escaped(text);
  const [start, end] = [text.length - text.trimStart().length, text.trimEnd().length];
  const [left, right] = [escaped(text.slice(0, start)), escaped(text.slice(end))];
  const isFree =
    (left !== "" || opens(before)) && (right !== "" || after?.as === "new" || closes(after));
  const [open, close] = isFree ? PLAIN[as] : HTML[as];
  const gap = as === "old" && after?.as === "new" && right === "" ? " " : "";
  return `${left}${open}${inner}${close}${right}${gap}`;
}

const PLAIN = { old: ["~~", "~~"], new: ["**", "**"] } as const;
const HTML = { old: ["<del>", "</del>"], new: ["<strong>", "</strong>"] } as const;

const opens = (before: Segment | undefined): boolean =>
  !before || before.as === "old" || /\s$/.test(before.text);

const closes = (after: Segment | undefined): boolean => !after || /^\s/.test(after.text);
