import type { Place } from "../../model/ladder.js";
import { leaves } from "../../model/walk.js";
import { Source } from "../../read/source.js";
import type { LintedPost } from "../rule.js";
import type { Stretch } from "./shown.js";

/** What is neither words nor their markup: comments, code of a line, what is set as it is written, and what no page shows. */
const HIDDEN =
  /<!--[\s\S]*?-->|<(script|style|template|textarea|pre|code)\b[\s\S]*?<\/\1\s*>|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)/gi;

/** A post's text with what is no markup put out, each unit by "\0": offsets stay as they are. */
export interface Outline {
  text: string;
  placeOf(stretch: Stretch): Place;
}

const known = new WeakMap<LintedPost, Outline>();

/** The text of a post in which tags and signs may be looked for. */
export function outlineOf(post: LintedPost): Outline {
  const before = known.get(post);
  if (before) return before;
  const source = new Source(post.text);
  const made: Outline = {
    text: withoutCode(post).replace(HIDDEN, putOut),
    placeOf: ({ start, end }) => source.place(start, end),
  };
  known.set(post, made);
  return made;
}

/** Without front matter and code blocks. */
function withoutCode({ text, ladder }: LintedPost): string {
  const kept: string[] = [];
  let at = /^---\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n|$)/.exec(text)?.[0].length ?? 0;
  kept.push(putOut(text.slice(0, at)));
  for (const { code, place } of leaves(ladder.content)) {
    if (!code || !place || place.start.offset < at) continue;
    kept.push(text.slice(at, place.start.offset));
    kept.push(putOut(text.slice(place.start.offset, place.end.offset)));
    at = place.end.offset;
  }
  return kept.join("") + text.slice(at);
}

const putOut = (text: string): string => "\0".repeat(text.length);
