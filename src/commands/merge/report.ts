import { message } from "../../diagnostics.js";
import type { Change, Merged } from "../../merge/index.js";
import type { Place } from "../../model/ladder.js";
import type { Comment, Edited, Foreign, Tracked } from "../../read/docx/edited.js";
import { REPORTERS } from "../../report/index.js";
import { plainFinding } from "../../report/json.js";
import { exitCode, type Finding } from "../../report/report.js";
import type { Context } from "../command.js";
import { patchOf } from "../patch.js";

/** What a merge did. */
export interface Told {
  /** The edited file, and its post, as messages show them; null: the post is not known. */
  file: string;
  post: string | null;
  merged: Merged | null;
  /** The post's text before. */
  before: string;
  written: boolean;
  findings: Finding[];
}

interface About {
  file: string;
  post: string;
  changes: "accept" | "reject" | "ask-in-report";
}

/** What there is to say of a merge beside the changes that are made. */
export function mergeFindings(merged: Merged, edited: Edited, at: About): Finding[] {
  const placed = (found: { node: object | null }): Place | undefined =>
    found.node ? merged.placeOf(found.node) : undefined;
  const inPost = (
    severity: "error" | "warning" | "info",
    rule: string,
    reason: string,
    place: Place | undefined,
  ): Finding => ({
    file: at.post,
    message: message(severity, rule, reason, { place }),
  });
  return [
    ...(edited.base ? [] : [unknownBase(at)]),
    ...merged.changes.flatMap((change) => changeFinding(change, at)),
    ...edited.foreign.map((each) =>
      inPost("error", "unplaced-content", foreignText(each), placed(each)),
    ),
    ...edited.tracked.map((each) =>
      inPost(
        at.changes === "ask-in-report" ? "error" : "info",
        "tracked-change",
        trackedText(each, at.changes),
        placed(each),
      ),
    ),
    ...edited.comments.map((each) => inPost("info", "comment", commentText(each), placed(each))),
  ];
}

const unknownBase = ({ file, post }: About): Finding => ({
  file,
  message: message(
    "warning",
    "no-base",
    `Unexpected DOCX that does not carry the ladder it was made from; it is compared with ${post} as it stands now, and what that says otherwise counts as an edit`,
  ),
});

/** A conflict, or what can't be placed, as an error. */
function changeFinding(change: Change, { file, post }: About): Finding[] {
  const { outcome, path, place, before, after, ours, why } = change;
  if (outcome === "conflict") {
    const reason =
      `Unexpected change on both sides of ${path}: ${file} says ${wholly(after)}, ` +
      `the post ${wholly(ours ?? null)}, and before that both said ${wholly(before)}` +
      (why ? ` (${why})` : "");
    const note = "Nothing is written; --theirs takes the file's words, --ours keeps the post's";
    return [{ file: post, message: message("error", "merge-conflict", reason, { place, note }) }];
  }
  if (outcome !== "unplaced") return [];
  const words = after ?? before;
  const reason = `Unexpected edit at ${path} that is not made: ${DONE[change.kind]} ${wholly(words)}; ${why ?? ""}`;
  return [{ file: post, message: message("error", "unplaced-change", reason, { place }) }];
}

const DONE: Record<Change["kind"], string> = {
  reworded: "it should be",
  marked: "the marks of",
  added: "added is",
  removed: "removed is",
  moved: "moved is",
  split: "split is",
  joined: "joined is",
  autocorrected: "corrected is",
};

const who = ({ author, date }: { author: string | null; date: string | null }): string =>
  [author ?? "somebody", date?.slice(0, 10)].filter(Boolean).join(", ");

const commentText = (comment: Comment): string =>
  `comment (${who(comment)}${comment.done ? ", resolved" : ""}): ${comment.text}`;

function trackedText(change: Tracked, how: About["changes"]): string {
  const fate =
    how === "accept" ? "accepted" : how === "reject" ? "rejected" : "left out: accept or reject it";
  return `Tracked ${change.kind} of ${quoted(change.text)} (${who(change)}), ${fate}`;
}

const foreignText = ({ what, text }: Foreign): string =>
  `Unexpected ${what}, which a post can't be given from here${text === "" ? "" : `: ${wholly(text)}`}`;

const LONGEST = 300;

/** Words in quotes, several lines as one. */
function quoted(text: string | null, longest = LONGEST): string {
  if (text === null) return "nothing";
  const line = text.replaceAll("\n", " / ");
  return `"${line.length > longest ? `${line.slice(0, longest)}…` : line}"`;
}

/** All words: they are told nowhere else. */
const wholly = (text: string | null): string => quoted(text, Number.POSITIVE_INFINITY);

/** Prints what was found, the changes in words of the ladder, and the difference in the post. */
export function tellMerge(told: Told, asJson: boolean, context: Context): void {
  if (asJson) context.out(`${JSON.stringify(plain(told), null, 2)}\n`);
  else {
    const reporter = REPORTERS.text(context, { quiet: false, colour: context.colour });
    reporter.outcome({ files: [], findings: told.findings });
    for (const line of lines(told)) context.out(`${line}\n`);
  }
}

function lines({ merged, post, before, written }: Told): string[] {
  if (!merged || post === null) return [];
  const made = merged.changes.filter(({ outcome }) => outcome === "made");
  const told = merged.changes.flatMap((change) => changeLine(change, post));
  const patch =
    merged.text === null || merged.text === before ? [] : [patchOf(post, before, merged.text)];
  return [...told, ...patch, summary(merged, made.length, post, written)];
}

function changeLine(change: Change, post: string): string[] {
  const { outcome, kind, path, to, before, after } = change;
  const at = change.place
    ? `${post}:${change.place.start.line}:${change.place.start.column}: `
    : `${post}: `;
  if (outcome === "left")
    return [
      `${at}${path}: ${quoted(after)} is ${quoted(before)} as autocorrect writes it; left alone`,
    ];
  if (outcome !== "made" && outcome !== "already") return [];
  const already = outcome === "already" ? " (the post has it already)" : "";
  const words = {
    reworded: `${quoted(before)} is now ${quoted(after)}`,
    marked: `the marks or links of ${quoted(after)} are others`,
    added: `${quoted(after)} is new`,
    removed: `${quoted(before)} is gone`,
    moved: `${quoted(after)} is moved to ${to ?? ""}`,
    split: `${quoted(before)} is split: ${quoted(after)}`,
    joined: `${quoted(before)} is joined: ${quoted(after)}`,
    autocorrected: "",
  }[kind];
  return [`${at}${path}: ${words}${already}`];
}

function summary(merged: Merged, made: number, post: string, written: boolean): string {
  const count = (outcome: Change["outcome"]) =>
    merged.changes.filter((each) => each.outcome === outcome).length;
  const parts = [
    `${made} change${made === 1 ? "" : "s"}`,
    ...(["already", "conflict", "unplaced", "left"] as const).flatMap((outcome) =>
      count(outcome) > 0 ? [`${count(outcome)} ${SUMMED[outcome]}`] : [],
    ),
  ];
  return `${post}: ${parts.join(", ")}; ${written ? "written" : "not written"}`;
}

const SUMMED = {
  already: "that the post has already",
  conflict: "in conflict",
  unplaced: "that can't be made",
  left: "left to autocorrect",
} as const;

function plain(told: Told) {
  const { file, post, merged, before, written, findings } = told;
  const changes = (merged?.changes ?? []).map(({ nodes: _, ...change }) => change);
  const text = merged?.text ?? before;
  return {
    command: "merge",
    file,
    post,
    written,
    changes,
    diff: merged && post !== null && text !== before ? patchOf(post, before, text) : null,
    messages: findings.map(plainFinding),
    summary: { changes: changes.length, exitCode: exitCode({ files: [], findings }) },
  };
}
