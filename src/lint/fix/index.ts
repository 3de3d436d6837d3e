import { encodedLike } from "../../read/post/text.js";
import { spliced } from "../../splice.js";
import { findingsIn, type LintFinding } from "../findings.js";
import { type LintedPostOptions, lintedPost } from "../post.js";
import type { LintedPost, Rule } from "../rule.js";
import type { Settings } from "../settings.js";
import { apart } from "./apart.js";
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
    const made = makeAll(apart(open), state, options, refused);
    [state, count] = [made.state, count + made.count];
  }
}

/** Makes all of the fixes, or those that can be made without changing more than they mean to. */
function makeAll(
  findings: readonly LintFinding[],
  state: State,
  options: LintOptions,
  refused: Set<string>,
): { state: State; count: number } {
  const all = attempt(findings, state, options);
  if (all) return { state: all, count: findings.length };
  const sound = soundOnes(findings, state, options, refused);
  const some = sound.length > 0 ? attempt(sound, state, options) : null;
  if (some) return { state: some, count: sound.length };
  for (const each of sound) refused.add(keyOf(each));
  return { state, count: 0 };
}

/** A finding by its rule, its place, and what it would write. */
const keyOf = ({ message, fix }: LintFinding): string =>
  JSON.stringify([message.ruleId, message.line, message.column, fix.map(({ text }) => text)]);

function tellRefusal({ message }: LintFinding): void {
  const why = "Not fixed: to fix it would change more of the ladder than this.";
  message.note = message.note ? `${message.note} ${why}` : why;
}

/** Of fixes that can't all be made those that can, half by half; the others are refused. */
function soundOnes(
  findings: readonly LintFinding[],
  state: State,
  options: LintOptions,
  refused: Set<string>,
): readonly LintFinding[] {
  const middle = findings.length >> 1;
  return [findings.slice(0, middle), findings.slice(middle)].flatMap((half) => {
    if (half.length === 0 || attempt(half, state, options)) return half;
    if (half.length > 1) return soundOnes(half, state, options, refused);
    for (const only of half) refused.add(keyOf(only));
    return [];
  });
}

/** The post with all these fixes; null where they would change more of it than they mean to. */
function attempt(
  findings: readonly LintFinding[],
  { bytes, post }: State,
  options: LintOptions,
): State | null {
  const fixes = findings.flatMap(({ fix }) => fix);
  const next = encodedLike(bytes, spliced(post.text, fixes));
  const { value: read } = lintedPost(next, options);
  const isSound =
    read !== null &&
    read.told.length <= post.told.length &&
    isOnlyMeant(post.ladder, read.ladder, fixes);
  return isSound ? { bytes: next, post: read } : null;
}
