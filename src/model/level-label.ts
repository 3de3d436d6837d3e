/** A name of a level that begins with its label: "D1 - Developer 1". */
export interface Labelled {
  /** "D1", "Level 1". */
  label: string;
  /** What comes before its number, in capitals: "D", "LEVEL". */
  prefix: string;
  /** "1", "II". */
  number: string;
  /** What stands between label and title: " - "; empty where there is no title. */
  between: string;
  /** "Developer 1"; empty where the label is all. */
  title: string;
}

/** Prefixes that ladders number their levels with, so well known that a label needs no more than a space behind it. */
const KNOWN = new Set(["L", "IC", "M", "E", "EM", "TL", "TPM", "P", "G", "LEVEL", "GRADE", "BAND"]);

/** "L3", "IC3", "Level 1", "Grade II", and what follows. */
const LABELLED =
  /^((?:level|grade|band) |[A-Z]{1,4})(\d{1,2}(?:\.\d)?|[IVX]{1,4})(?:( ?[:|·] ?| [-–—] | )(\S.*))?$/i;

/** Takes a level's name apart; null for one that does not begin with a label. */
export function labelled(name: string): Labelled | null {
  const [, before = "", number = "", between = "", title = ""] = LABELLED.exec(name) ?? [];
  const word = before.endsWith(" ");
  // Without a word before it a Roman number is none: "MIX".
  if (number === "" || (!word && (before !== before.toUpperCase() || !/^\d/.test(number))))
    return null;
  const prefix = before.trim().toUpperCase();
  if (between === " " && !KNOWN.has(prefix)) return null;
  return { label: before + number, prefix, number, between, title };
}
