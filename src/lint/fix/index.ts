import { findingsIn, type LintFinding } from "../findings.js";
import { type LintedPostOptions, lintedPost } from "../post.js";
import type { LintedPost, Rule } from "../rule.js";
import type { Settings } from "../settings.js";
import { apart, applied, encoded } from "./apply.js";
import { isOnlyMeant } from "./meant.js";

/** A fix may lay bare what another one mends; more rounds than this never end. */
const ROUNDS = 10;

/** What a post is linted with. */
export interface LintOptions extends LintedPostOptions {
  settings?: Settings | undefined;
  /** Left out: all of ours. */
  rules?: readonly Rule[] | undefined;
}

/** A post as it is after some fixes. */
interface State {
  bytes: Uint8Array;
  post: LintedPost;
}

/** A post, mended as far as it can be. */
export interface Mended extends State {
  /** How many findings were mended. */
  count: number;
  /** What is left; of a fix that was taken back, the finding says so. */
  findings: LintFinding[];
}

/** A post as it is, with all that the rules find. */
export const unmended = (bytes: Uint8Array, post: LintedPost, options: LintOptions): Mended => ({
  bytes,
  post,
  count: 0,
  findings: findingsIn(post, options.settings, options.rules),
});

/** Makes the fixes of what the rules find, until there is none to make. */
export function mended(bytes: Uint8Array, post: LintedPost, options: LintOptions): Mended {
  const refused = new Set<string>();
  let state: State = { bytes, post };
  let count = 0;
  for (let round = 0; ; round++) {
    const findings = findingsIn(state.post, options.settings, options.rules);
    const open = findings.filter((each) => each.fix.length > 0 && !refused.has(keyOf(each)));
    if (open.length === 0 || round === ROUNDS) {
      for (const each of findings) if (refused.has(keyOf(each))) tellRefusal(each);
      return { ...state, count, findings };
    }
    const sound = soundOnes(apart(open), state, options, refused);
    const next = sound.length > 0 ? attempt(sound, state, options) : null;
    if (next) [state, count] = [next, count + sound.length];
    else for (const each of sound) refused.add(keyOf(each));
  }
}

/** A finding by its rule, its place, and what it would write. */
const keyOf = ({ message, fix }: LintFinding): string =>
  JSON.stringify([message.ruleId, message.line, message.column, fix.map(({ text }) => text)]);

function tellRefusal({ message }: LintFinding): void {
  const why = "Not fixed: to fix it would change more of the ladder than this.";
  message.note = message.note ? `${message.note} ${why}` : why;
}

/** Those whose fixes change nothing but what they mean; the others are refused. */
function soundOnes(
  findings: readonly LintFinding[],
  state: State,
  options: LintOptions,
  refused: Set<string>,
): readonly LintFinding[] {
  if (findings.length === 0 || attempt(findings, state, options)) return findings;
  const [only] = findings;
  if (only && findings.length === 1) {
    refused.add(keyOf(only));
    return [];
  }
  const middle = findings.length >> 1;
  const halves = [findings.slice(0, middle), findings.slice(middle)];
  return halves.flatMap((half) => soundOnes(half, state, options, refused));
}

/** The post with all these fixes; null where they would change more of it than they mean to. */
function attempt(
  findings: readonly LintFinding[],
  { bytes, post }: State,
  options: LintOptions,
): State | null {
  const fixes = findings.flatMap(({ fix }) => fix);
  const next = encoded(applied(post.text, fixes), bytes);
  const { value: read } = lintedPost(next, options);
  const isSound =
    read !== null &&
    read.told.length <= post.told.length &&
    isOnlyMeant(post.ladder, read.ladder, fixes);
  return isSound ? { bytes: next, post: read } : null;
}
