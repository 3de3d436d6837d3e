import { type Located, locate } from "./place.js";
import { type Finding, severityOf } from "./report.js";

/** What is said at one place, and the renderings of which it is said. */
export interface Note {
  finding: Finding;
  located: Located;
  /** Empty where the place is the finding's own. */
  renderings: string[];
}

/** Findings by their places: a difference that all four renderings have is one note. */
export function notesOf(findings: readonly Finding[]): Note[] {
  const notes = new Map<string, Note>();
  for (const finding of findings) {
    const { message } = finding;
    const located = locate(finding);
    const key = JSON.stringify([severityOf(message), message.ruleId, message.reason, located.at]);
    const renderings = located.at.file === finding.file ? [] : [finding.file];
    const known = located.at.region && notes.get(key);
    if (known) known.renderings.push(...renderings);
    else notes.set(located.at.region ? key : `${notes.size}`, { finding, located, renderings });
  }
  return [...notes.values()];
}
