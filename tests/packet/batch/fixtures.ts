import { createHash } from "node:crypto";

/** The cells of a candidate, by the columns of the template `offer`. */
export type Candidate = Record<string, string>;

/** The columns of the batches. */
export const COLUMNS = [
  "candidate.name",
  "level",
  "title",
  "start_date",
  "salary",
  "bonus",
  "location",
  "remote",
];

/** Numbers that look like chance, the same at every run. */
const chance = (seed: string, below: number): number =>
  createHash("sha256").update(seed).digest().readUInt32BE(0) % below;

const FIRST = [
  "Ann",
  "Zoë",
  "Íñigo",
  "Łukasz",
  "Άννα",
  "Ольга",
  "מרים",
  "Nuri",
  "D'Arcy",
  "Mary-Jo",
];
const LAST = ["Quillfeather", "Brandywine", "Thistlewood", "Ærøskøbing", "Vandersmythe"];
const CITIES = [
  "Upper Piddleton",
  "Nether Wallop",
  "São Tomé",
  "=Nowhere",
  "@Home, Oslo",
  "-Remote",
];
const LEVELS = ["se-l1", "se-l2", "se-l3", "sre-l2", "sre-l3", "m-l1", "m-l2", "m-l3"];

/** A candidate who is right in all. */
export function candidate(index: number): Candidate {
  const pick = (what: string, from: readonly string[]) =>
    from[chance(`${what} ${index}`, from.length)] ?? "";
  const level = pick("level", LEVELS);
  const day = new Date(Date.UTC(2027, 0, 1 + chance(`day ${index}`, 360)));
  return {
    "candidate.name": `${pick("first", FIRST)} ${pick("last", LAST)} ${index + 1}`,
    level,
    title: level === "m-l3" ? "VP Engineering" : "",
    start_date: day.toISOString().slice(0, 10),
    salary: `${40_000 + chance(`salary ${index}`, 90_000)}.${10 + chance(`cents ${index}`, 90)} EUR`,
    bonus: `0.${1 + chance(`bonus ${index}`, 29)}`,
    location: `${pick("city", CITIES)} ${index + 1}`,
    remote: index % 3 === 0 ? "yes" : "no",
  };
}

/** So many candidates who are right in all. */
export const candidates = (count: number): Candidate[] =>
  Array.from({ length: count }, (_, index) => candidate(index));

/** A way in which a row can be wrong: what becomes of its cells or of its line, and the rule that finds it. */
export interface Fault {
  rule: string;
  cells?: Candidate;
  line?: (line: string) => string;
}

const cells = (rule: string, wrong: Candidate): Fault => ({ rule, cells: wrong });
const line = (rule: string, change: (line: string) => string): Fault => ({ rule, line: change });
const name = (text: string) => cells("field-type", { "candidate.name": text });
const date = (text: string) => cells("field-type", { start_date: text });
const money = (text: string) => cells("field-type", { salary: text });
const same = (text: string) =>
  cells("duplicate-name", { "candidate.name": text, level: "se-l1", title: "" });

/** The first row of the batch with faults: the one whose name others take. */
export const NAMESAKE: Candidate = {
  ...candidate(0),
  "candidate.name": "Ångström Straße 1",
  level: "se-l1",
  title: "",
};

/** Fifty ways to be wrong. */
export const FAULTS: readonly Fault[] = [
  cells("missing-field", { "candidate.name": "" }),
  cells("missing-level", { level: "" }),
  cells("unknown-level", { level: "se-l9" }),
  cells("unknown-level", { level: "Software Engineer" }),
  cells("unknown-level", { level: "../se-l1" }),
  cells("unknown-level", { level: "=se-l1" }),
  cells("unpublishable-level", { level: "sre-l5", title: "" }),
  cells("ambiguous-title", { level: "m-l3", title: "" }),
  cells("unknown-title", { level: "m-l3", title: "Emperor" }),
  cells("unknown-title", { level: "se-l2", title: "VP Engineering" }),
  same("Ångström Straße 1"),
  same("ångström straße 1"),
  same("ÅNGSTRÖM STRASSE 1"),
  same("A\u030angstro\u0308m Straße 1"),
  same("\uff21\u030angström Straße 1"),
  name("Ång\u200bström Straße 1"),
  name("Ång\u00adström Straße 1"),
  same("Ångström\u00a0Straße 1"),
  name("Ann\u202efdp.exe"),
  name("Ann\u2066 Lee"),
  name("Ann\u0007 Lee"),
  name("Ann\u0000Lee"),
  name("Ann\u2028Lee"),
  name("Ann \ufffe"),
  name("  Ann Lee"),
  name("Ann Lee\t"),
  name("Ann  Lee"),
  name("\u200b"),
  name("x".repeat(20_000)),
  date("2027-02-30"),
  date("2027-2-3"),
  date("03/02/2027"),
  date("3.2.2027"),
  date("tomorrow"),
  date("2027-02-01T00:00:00"),
  date("44926"),
  money("85000"),
  money("85,000 EUR"),
  money("85.000,00 EUR"),
  money("€85000"),
  money("85000 XXY"),
  money("EUR 85000 EUR"),
  money("=85000 EUR"),
  cells("field-type", { bonus: "10 %" }),
  cells("field-type", { remote: "maybe" }),
  line("row-length", (text) => text.slice(0, text.lastIndexOf(","))),
  line("row-length", (text) => `${text},more`),
  line("row-length", () => "one cell"),
  line("stray-quote", (text) => text.replace(/"(?=,)/, '"x')),
  line("stray-quote", (text) => `${text}x"y`),
];

/** Where in the batch of 500 rows the faults are, by their order: after the first row, all over. */
export const faultAt = (index: number): Fault | undefined =>
  index % 10 === 7 ? FAULTS[(index - 7) / 10] : undefined;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const lineOf = (row: Candidate): string =>
  COLUMNS.map((column) => quoted(row[column] ?? "")).join(",");

/** A CSV file of candidates. */
export const csvOf = (rows: readonly Candidate[]): string =>
  [COLUMNS.join(","), ...rows.map(lineOf)].map((each) => `${each}\n`).join("");

/** 500 rows, of which 50 are wrong in 50 ways. */
export function faultyCsv(): { csv: string; rows: Candidate[] } {
  const rows = candidates(500).map((row, index) => ({
    ...(index === 0 ? NAMESAKE : row),
    ...faultAt(index)?.cells,
  }));
  const lines = rows.map((row, index) => faultAt(index)?.line?.(lineOf(row)) ?? lineOf(row));
  return { csv: [COLUMNS.join(","), ...lines].map((each) => `${each}\n`).join(""), rows };
}
