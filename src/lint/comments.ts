import { collapse } from "../model/rich.js";
import { type Leaf, leaves } from "../model/walk.js";
import { nearest } from "../nearest.js";
import { Source } from "../read/source.js";
import type { Found, LintedPost } from "./rule.js";
import { isSetting, SETTINGS, type Setting } from "./settings.js";

/*
 * Comments in a post change what is told of a part of it:
 *
 *   <!-- rungbook-lint-disable NAME… -->              from here on
 *   <!-- rungbook-lint-set NAME SEVERITY -->          from here on
 *   <!-- rungbook-lint-enable NAME… -->               ends both
 *   <!-- rungbook-lint-disable-next-line NAME… -->
 *   <!-- rungbook-lint-set-next-line NAME SEVERITY -->
 *
 * Without a name they are about all rules. The reader ignores comments: no rendering shows them.
 */

const COMMENT = /<!--[ \t\r\n]*rungbook-lint\b((?:(?!-->)[\s\S])*)-->/g;
const KINDS = ["disable", "enable", "disable-next-line", "set", "set-next-line"] as const;
type Kind = (typeof KINDS)[number];

/** What a comment says. */
interface Instruction {
  kind: Kind;
  /** Empty: all rules. */
  names: readonly string[];
  setting: Setting;
}

/** A comment that says something, and where: offsets in the post's text. */
interface Comment extends Instruction {
  start: number;
  end: number;
  /** What begins here is what it is for. */
  from: number;
  to: number;
  used: boolean;
}

/** The comments of a post, and what they change. */
export class Comments {
  private readonly comments: Comment[] = [];
  private readonly byRule = new Map<string, { lines: Comment[]; regions: Comment[] }>();
  private readonly source: Source;
  /** What is wrong with comments that can't be understood. */
  private readonly mistyped: Found[] = [];

  /** `known` are the names of all rules. */
  constructor(post: LintedPost, known: readonly string[]) {
    this.source = new Source(post.text.includes("rungbook-lint") ? post.text : "");
    const code = shownIn(post);
    for (const match of this.source.text.matchAll(COMMENT)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (isShown(match[0], start, code)) continue;
      const told = instructionOf(match[1] ?? "", known);
      if (typeof told === "string") this.mistyped.push(this.complaint(told, start, end));
      else this.comments.push({ ...told, start, end, used: false, ...reach(told, end, post.text) });
    }
  }

  /** What the comments set for a rule at an offset; undefined: nothing. */
  settingAt(rule: string, offset: number): Setting | undefined {
    const { lines, regions } = this.about(rule);
    const line = lastFrom(lines, offset);
    const last = line && offset < line.to ? line : lastFrom(regions, offset);
    if (last === undefined || last.kind === "enable") return undefined;
    last.used = true;
    return last.setting;
  }

  /** The comments about a rule, those for a line apart: both begin and end in their order. */
  private about(rule: string): { lines: Comment[]; regions: Comment[] } {
    const known = this.byRule.get(rule);
    if (known) return known;
    const all = this.comments.filter((comment) => isAbout(comment, rule));
    const made = {
      lines: all.filter(isForLine),
      regions: all.filter((each) => !isForLine(each)),
    };
    this.byRule.set(rule, made);
    return made;
  }

  /** What is wrong with the comments, once all findings have asked for their setting. */
  problems(): Found[] {
    const begun = new Set<string>();
    const idle = this.comments.filter((each) => {
      if (each.kind === "enable") return !endsAny(each, begun);
      if (!isForLine(each)) for (const name of namesOf(each)) begun.add(name);
      return !each.used;
    });
    const unused = idle.map(({ kind, names, start, end }) => {
      const about = names.length > 0 ? ` for ${names.join(", ")}` : "";
      const expected =
        kind === "enable" ? "one that ends what an earlier one began" : "something that it changes";
      const reason = `Unexpected comment "${kind}"${about} that changes nothing, expected ${expected}`;
      return this.complaint(reason, start, end);
    });
    return [...this.mistyped, ...unused];
  }

  private complaint(reason: string, start: number, end: number): Found {
    return { reason, place: this.source.place(start, end) };
  }
}

/** The last comment for what begins at an offset or before it. */
function lastFrom(comments: readonly Comment[], offset: number): Comment | undefined {
  let [low, high] = [0, comments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle] as Comment).from <= offset) low = middle + 1;
    else high = middle;
  }
  return comments[low - 1];
}

const isForLine = ({ kind }: Instruction): boolean => kind.endsWith("-next-line");

/** Stands for the names of all rules. */
const ALL = "";

const namesOf = ({ names }: Instruction): readonly string[] => (names.length > 0 ? names : [ALL]);

/** True where one of the rules that a comment names, or all, were named by one before it. */
const endsAny = ({ names }: Instruction, begun: ReadonlySet<string>): boolean =>
  names.length === 0 ? begun.size > 0 : [ALL, ...names].some((name) => begun.has(name));

const isAbout = ({ names }: Instruction, rule: string): boolean =>
  names.length === 0 || names.includes(rule);

/** The texts of a post in which a comment can be read, in code: few, if any. */
const shownIn = ({ ladder, text }: LintedPost): Leaf[] =>
  text.includes("rungbook-lint")
    ? leaves(ladder.content).filter(({ rich }) => rich.text.includes("rungbook-lint"))
    : [];

/** A comment in code is text that is shown. */
function isShown(comment: string, start: number, code: readonly Leaf[]): boolean {
  const text = collapse(comment);
  return code.some(({ rich, place }) => {
    const around = place && place.start.offset <= start && place.end.offset > start;
    return around && collapse(rich.text).includes(text);
  });
}

/** What a comment says; what is wrong with it, where it says nothing that is known. */
function instructionOf(text: string, known: readonly string[]): Instruction | string {
  const [head = "", ...words] = text.split(/[\s,]+/).filter((word) => word !== "");
  const kind = KINDS.find((each) => head === `-${each}`);
  if (!kind) {
    const names = KINDS.map((each) => `rungbook-lint-${each}`);
    const found = `rungbook-lint${head}`;
    return `Unexpected comment "${found}"${nearest(found, names)}, expected ${names.join(", ")}`;
  }
  const sets = kind.startsWith("set");
  const setting = sets ? (words.pop() ?? "") : "off";
  if (!isSetting(setting)) {
    return `Unexpected severity "${setting}"${nearest(setting, SETTINGS)}, expected ${SETTINGS.join(", ")}`;
  }
  const unknown = words.find((name) => !known.includes(name));
  if (unknown === undefined) return { kind, names: words, setting };
  return `Unexpected rule "${unknown}"${nearest(unknown, known)}, expected one that "rungbook lint --rules" tells`;
}

/** What a comment is for: the rest of the post, or the next line on which something stands. */
function reach(told: Instruction, end: number, text: string): { from: number; to: number } {
  if (!isForLine(told)) return { from: end, to: text.length + 1 };
  const below = /\r\n|\n|\r/g;
  below.lastIndex = end;
  const from = below.exec(text) ? below.lastIndex : text.length;
  const line = /\S[^\r\n]*/g;
  line.lastIndex = from;
  return line.exec(text) ? { from, to: line.lastIndex } : { from, to: text.length + 1 };
}
