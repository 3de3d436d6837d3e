import { type Labelled, labelled } from "../../../model/level-label.js";
import { type JobTitle, jobTitle } from "./job-title.js";
import { MANAGEMENT, SENIORITY } from "./vocabulary.js";

/** What a heading says of the level that it names. */
export interface LevelName {
  text: string;
  label: Labelled | null;
  job: JobTitle | null;
}

/** Prefixes that say by themselves that a level is meant, whatever it is called beside them. */
const SURE = new Set(["L", "IC", "LEVEL", "GRADE", "BAND"]);

/** Prefixes that, alone, are those of levels: others number quarters, halves of a year, priorities. */
const ALONE = new Set([...SURE, "D", "E", "EM", "M", "TL", "TPM"]);

/** A name behind a label is a few words, and no sentence. */
const MAX_NAME = 60;

/** Longer headings name no level; they are not looked at any further. */
const MAX_HEADING = 120;

/** "{#senior}", kramdown's id of a heading. */
const KRAMDOWN_ID = /\s*\{#[\w-]+\}$/;

/** What a heading tells of a level; null where it names none. */
export function levelName(heading: string): LevelName | null {
  if (heading.length > MAX_HEADING || heading.includes("\n")) return null;
  const text = heading.replace(KRAMDOWN_ID, "");
  const label = labelled(text);
  const job = jobTitle(label ? label.title : text);
  return job || (label && isLabel(label)) ? { text, label, job } : null;
}

function isLabel({ prefix, title }: Labelled): boolean {
  if (title === "") return ALONE.has(prefix);
  if (SURE.has(prefix)) return title.length <= MAX_NAME;
  return ALONE.has(prefix) && title.split(" ").every((word) => SENIORITY.has(word.toLowerCase()));
}

/** The career of which names are the steps: the prefix of their labels, else the role of most; null: of none. */
export function careerOf(names: readonly LevelName[]): string | null {
  return names.length < 2 ? null : (prefixOf(names) ?? roleOf(names));
}

/** True for a name that makes its level a step of a career, and does not merely stand among its steps. */
export const isOf = (career: string, { label, job }: LevelName): boolean =>
  label?.prefix === career || (job !== null && familyOf(job) === career);

/** Labels of one prefix, each number once. */
function prefixOf(names: readonly LevelName[]): string | null {
  const labels = names.flatMap(({ label }) => (label ? [label] : []));
  if (labels.length < names.length) return null;
  const [prefix, ...others] = new Set(labels.map((label) => label.prefix));
  const numbers = new Set(labels.map(({ number }) => number));
  return others.length === 0 && numbers.size === labels.length ? (prefix ?? null) : null;
}

/**
 * Titles, of which more than half are of one role and differ in seniority. Two of the same seniority
 * are two careers: "Product Manager" is no step above "Engineering Manager".
 */
function roleOf(names: readonly LevelName[]): string | null {
  const jobs = names.flatMap(({ job }) => (job ? [job] : []));
  if (jobs.length < names.length || new Set(names.map(({ text }) => text)).size < names.length)
    return null;
  const families = new Map<string, string[]>();
  for (const job of jobs) {
    const ranks = families.get(familyOf(job)) ?? [];
    ranks.push(familyOf(job) === job.role ? job.rank : `${job.role} ${job.rank}`);
    families.set(familyOf(job), ranks);
  }
  const [largest] = [...families].sort(([, a], [, b]) => b.length - a.length);
  if (!largest) return null;
  const [family, ranks] = largest;
  const most = ranks.length >= 2 && ranks.length * 2 > names.length;
  return most && new Set(ranks).size === ranks.length ? family : null;
}

const familyOf = ({ role }: JobTitle): string => (MANAGEMENT.has(role) ? "management" : role);
