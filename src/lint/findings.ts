import { type Message, message } from "../diagnostics.js";
import type { Place } from "../model/ladder.js";
import { Comments } from "./comments.js";
import type { Fix, Found, LintedPost, Rule, Severity } from "./rule.js";
import { RULES } from "./rules/index.js";
import type { Setting, Settings } from "./settings.js";

/** The rule of complaints about the comments themselves. */
export const COMMENT_RULE = "lint-comment";

/** The names of all rules. */
export const RULE_NAMES: readonly string[] = [...RULES.map(({ name }) => name), COMMENT_RULE];

/** What is told of a post, and what mends it. */
export interface LintFinding {
  message: Message;
  /** Empty: only a person can mend it. */
  fix: readonly Fix[];
}

/** What the rules find in a post, in its order, as settings and the comments in it say. */
export function findingsIn(
  post: LintedPost,
  settings: Settings = {},
  rules: readonly Rule[] = RULES,
): LintFinding[] {
  const comments = new Comments(post, RULE_NAMES);
  const settingOf = (name: string, severity: Severity, place: Place | undefined): Setting => {
    const told = place && comments.settingAt(name, place.start.offset);
    return told ?? settings.rules?.[name] ?? severity;
  };
  const findings: LintFinding[] = [];
  const add = (name: string, severity: Severity, found: Found) => {
    const setting = settingOf(name, severity, found.place);
    if (setting !== "off") findings.push(findingOf(name, setting, found));
  };
  for (const rule of rules) {
    for (const found of rule.check(post)) add(rule.name, rule.severity, found);
  }
  for (const found of comments.problems()) add(COMMENT_RULE, "warning", found);
  return findings.sort((a, b) => offsetOf(a) - offsetOf(b));
}

const offsetOf = ({ message }: LintFinding): number => {
  const { place } = message;
  return place && "start" in place ? (place.start.offset ?? 0) : 0;
};

function findingOf(rule: string, severity: Severity, found: Found): LintFinding {
  const { reason, place, actual, expected, also, note, fix = [] } = found;
  const where = also && `Also at ${also.start.line}:${also.start.column}.`;
  const notes = [where, note].filter((each) => each !== undefined).join(" ");
  const options = {
    place,
    ...(actual !== undefined && { actual }),
    ...(expected && { expected }),
    ...(notes !== "" && { note: notes }),
  };
  return { message: message(severity, rule, reason, options), fix };
}
