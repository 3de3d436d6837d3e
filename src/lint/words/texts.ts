import { wordsOf } from "../../match/likeness.js";
import type { Place, RichText } from "../../model/ladder.js";
import { spansOf } from "../../model/rich.js";
import { leaves } from "../../model/walk.js";
import type { LintedPost } from "../rule.js";
import { placeWithin, type Stretch, unitsOf } from "./shown.js";

/** Stands for a unit that is no prose: of code, of an address, of a template's tag. */
export const OBJECT = "\ufffc";

/** Addresses, and what a template engine takes out. */
const NO_PROSE =
  /\b[a-z][a-z+.-]*:\/\/\S+|\bwww\.\S+|\S+@\S+\.\S+|\{%.*?%\}|\{\{.*?\}\}|\{:?[.#].*?\}/gi;

/** Most texts have none of it, which is quickly seen. */
const HAS_NO_PROSE = /:\/\/|www\.|[@{]/i;

/** A text of the post as rules about words see it. */
export class Text {
  /** The words that a page shows, unit by unit as in `rich.text`; what is no prose is masked. */
  readonly prose: string;
  private units: ReturnType<typeof unitsOf> | undefined;
  private told: string[] | undefined;

  constructor(
    readonly rich: RichText,
    /** Where the node that holds it stands. */
    readonly place: Place | undefined,
    private readonly source: string,
  ) {
    this.prose = proseOf(rich);
  }

  /** The words of it, without case and signs. */
  get words(): readonly string[] {
    this.told ??= wordsOf(this.rich.text);
    return this.told;
  }

  /** The place of all its units. */
  get whole(): Place | undefined {
    return this.placeOf(0, this.rich.text.length);
  }

  /** Where in the post some of its units are written; null where that is not certain. */
  written(start: number, end: number): Stretch | null {
    if (!this.place) return null;
    this.units ??= unitsOf(this.rich, this.place, this.source);
    const [first, last] = [this.units?.[start], this.units?.[end - 1]];
    return first && last ? { start: first[0], end: last[1] } : null;
  }

  /** The place of some of its units; the node's, where theirs is not certain. */
  placeOf(start: number, end: number): Place | undefined {
    const stretch = this.written(start, end);
    return stretch && this.place ? placeWithin(this.place, stretch, this.source) : this.place;
  }
}

function proseOf(rich: RichText): string {
  const text = rich.spans?.some((span) => span.type === "text" && span.code)
    ? spansOf(rich).map(masked).join("")
    : rich.text;
  // A reference to a note may leave a space less: then nothing is known of where code stands.
  if (text.length !== rich.text.length) return mask(rich.text);
  return HAS_NO_PROSE.test(text) ? text.replace(NO_PROSE, mask) : text;
}

const mask = (text: string): string => OBJECT.repeat(text.length);

function masked(span: ReturnType<typeof spansOf>[number]): string {
  if (span.type === "text") return span.code ? mask(span.text) : span.text;
  if (span.type === "break") return "\n";
  return span.type === "image" ? mask(span.alt) : "";
}

const known = new WeakMap<LintedPost, ReadonlyMap<RichText, Text>>();

/** All texts of a post but those of code, by the node that holds them, in the order of the source. */
export function textsOf(post: LintedPost): ReadonlyMap<RichText, Text> {
  const before = known.get(post);
  if (before) return before;
  const made = new Map<RichText, Text>();
  for (const { rich, place, code } of leaves(post.ladder.content))
    if (!code && rich.text !== "") made.set(rich, new Text(rich, place, post.text));
  known.set(post, made);
  return made;
}
