import { type Change, sideOf } from "../change.js";
import { tell } from "./told.js";

/** Characters that a sentence shows of unchanged words beside changed ones, and of any words at all. */
const CONTEXT = 30;
const LONGEST = 160;

/** A change as one sentence: `SE 2 › Communication › 3: reworded: "… [-old-]{+new+} …"`. */
export function sentenceOf(change: Change): string {
  const { kinds, from, segments } = tell(change);
  const words = segments.map(({ text, as }, index) => {
    const own = shorten(text, as === "same" ? sidesOf(index, segments.length) : "end");
    if (as === "same" || !change.before || !change.after) return own;
    return as === "old" ? `[-${own}-]` : `{+${own}+}`;
  });
  const moved = from === null ? "" : ` from ${from}`;
  const told = words.length > 0 ? `: "${words.join("").replaceAll("\n", " / ")}"` : "";
  return `${sideOf(change).path}: ${kinds}${moved}${told}`;
}

type Cut = "start" | "end" | "middle";

/** Unchanged words are cut where they are far from changed ones. */
function sidesOf(index: number, count: number): Cut {
  if (count === 1) return "end";
  if (index === 0) return "start";
  return index === count - 1 ? "end" : "middle";
}

function shorten(text: string, cut: Cut): string {
  const characters = [...text];
  const most = cut === "end" ? LONGEST : cut === "start" ? CONTEXT : 2 * CONTEXT;
  if (characters.length <= most) return text;
  const head = (count: number) => characters.slice(0, count).join("");
  const tail = (count: number) => characters.slice(characters.length - count).join("");
  if (cut === "end") return `${head(LONGEST)}…`;
  return cut === "start" ? `…${tail(CONTEXT)}` : `${head(CONTEXT)}…${tail(CONTEXT)}`;
}
