import type { Finding, RuleInfo } from "../report.js";
import { RULES } from "../rules.js";

/** A rule as SARIF has it (2.1.0, section 3.49: reportingDescriptor). */
export interface SarifRule {
  id: string;
  shortDescription: { text: string };
  help?: { text: string };
}

/** The rules of a run, sorted by id: those that have found something, and those that were asked. */
export function rulesOf(
  findings: readonly Finding[],
  asked: readonly RuleInfo[] = [],
): SarifRule[] {
  const known = new Map([...RULES, ...asked].map((each) => [each.name, each]));
  const found = findings.map(({ message }) => message.ruleId ?? "finding");
  const names = new Set([...found, ...asked.map(({ name }) => name)]);
  return [...names]
    .sort()
    .map((name) => ruleOf(known.get(name) ?? { name, summary: spoken(name) }));
}

const ruleOf = ({ name, summary, help }: RuleInfo): SarifRule => ({
  id: name,
  shortDescription: { text: summary },
  ...(help && { help: { text: help } }),
});

/** "broken-image" → "Broken image". */
const spoken = (name: string): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
