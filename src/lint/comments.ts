import { collapse } from "../model/rich.js";
import { leaves } from "../model/walk.js";
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
  private readonly source: Source;
  /** What is wrong with comments that can't be understood. */
  private readonly mistyped: Found[] = [];

  /** `known` are the names of all rules. */
  constructor(post: LintedPost, known: readonly string[]) {
    this.source = new Source(post.text.includes("rungbook-lint") ? post.text : "");
    for (const match of this.source.text.matchAll(COMMENT)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (isShown(match[0], start, post)) continue;
      const told = instructionOf(match[1] ?? "", known);
      if (typeof told === "string") this.mistyped.push(this.complaint(told, start, end));
      else this.comments.push({ ...told, start, end, used: false, ...reach(told, end, post.text) });
    }
  }

  /** What the comments set for a rule at an offset; undefined: nothing. */
  settingAt(rule: string, offset: number): Setting | undefined {
    let at: Comment | undefined;
    let line: Comment | undefined;
    for (const comment of this.comments) {
      if (comment.start > offset) break;
      if (!isAbout(comment, rule) || offset >= comment.to || offset < comment.from) continue;
      if (isForLine(comment)) line = comment;
      else at = comment;
    }
    const last = line ?? at;
    if (last === undefined || last.kind === "enable") return undefined;
    last.used = true;
    return last.setting;
  }

  /** What is wrong with the comments, once all findings have asked for their setting. */
  problems(): Found[] {
    const idle = this.comments.filter((each, index) =>
      each.kind === "enable" ? !this.endsAnything(each, index) : !each.used,
    );
    const unused = idle.map(({ kind, names, start, end }) => {
      const about = names.length > 0 ? ` for ${names.join(", ")}` : "";
      const expected =
        kind === "enable" ? "one that ends what an earlier one began" : "something that it changes";
      const reason = `Unexpected comment "${kind}"${about} that changes nothing, expected ${expected}`;
      return this.complaint(reason, start, end);
    });
    return [...this.mistyped, ...unused];
  }

  private endsAnything(ending: Comment, index: number): boolean {
    return this.comments
      .slice(0, index)
      .some(
        (each) =>
          each.kind !== "enable" &&
          !isForLine(each) &&
          (each.names.length === 0 ||
            ending.names.length === 0 ||
            each.names.some((name) => ending.names.includes(name))),
      );
  }

  private complaint(reason: string, start: number, end: number): Found {
    return { reason, place: this.source.place(start, end) };
  }
}

const isForLine = ({ kind }: Instruction): boolean => kind.endsWith("-next-line");

const isAbout = ({ names }: Instruction, rule: string): boolean =>
  names.length === 0 || names.includes(rule);

/** A comment in code is text that is shown. */
function isShown(comment: string, start: number, { ladder }: LintedPost): boolean {
  const text = collapse(comment);
  for (const { rich, place } of leaves(ladder.content)) {
    const around = place && place.start.offset <= start && place.end.offset > start;
    if (around && collapse(rich.text).includes(text)) return true;
  }
  return false;
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
