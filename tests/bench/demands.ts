import type { Cost } from "./measure.js";

/** Something asked of the speed: what was measured, and the most that it may be. */
export interface Demand {
  what: string;
  value: number;
  unit: string;
  most?: number;
}

/** The costs of jobs by name; one that was not measured has none. */
export type Costs = (name: string) => Cost | undefined;

/** What renderings are when a command finds them. */
export type RenderingsState = "up to date" | "stale";

/** The names of the jobs that demands are made of. */
export const pdfJob = (times: number): string => `rungbook: pdf${suffix(times)}`;
export const docxJob = (times: number): string => `rungbook: docx${suffix(times)}`;
export const mergeJob = (times: number): string => `rungbook: merge${suffix(times)}`;
export const lintJob = (times: number): string => `rungbook: lint${suffix(times)}`;
export const checkedJob = (command: "build" | "check", state: RenderingsState): string =>
  `rungbook: ${command}, ${state}`;
export const typstJob = (times: number): string => `typst: pdf${suffix(times)}`;
const suffix = (times: number): string => (times === 1 ? "" : `, ×${times}`);

/** What is asked of a Node of this major version; `pages` are those of the PDF ×100. */
export function demandsOf(cost: Costs, major: number, pages: number): Demand[] {
  const ms = (name: string) => cost(name)?.ms ?? Number.NaN;
  const mb = (name: string) => cost(name)?.mb ?? Number.NaN;
  const beside = (times: number) => ms(pdfJob(times)) / ms(typstJob(times));
  const demands: Demand[] = [
    { what: "pages a second, ×100", value: (pages * 1000) / ms(pdfJob(100)), unit: "" },
    { what: "cold ÷ typst", value: beside(1), unit: "×", most: major > 20 ? 0.6 : 0.8 },
    { what: "×10 ÷ typst", value: beside(10), unit: "×" },
    { what: "×100 ÷ typst", value: beside(100), unit: "×", most: 1 / 3 },
    { what: "peak, ×100", value: mb(pdfJob(100)), unit: " MB", most: 400 },
    { what: "peak ÷ typst's, ×100", value: mb(pdfJob(100)) / mb(typstJob(100)), unit: "×" },
    { what: "growth, ×10 to ×100", value: growth(ms, pdfJob), unit: "×", most: 10.5 },
    { what: "×1000", value: ms(pdfJob(1000)) / 1000, unit: " s", most: 60 },
    { what: "merge ÷ docx", value: ms(mergeJob(1)) / ms(docxJob(1)), unit: "×", most: 3 },
    { what: "merge, ×100", value: ms(mergeJob(100)) / 1000, unit: " s", most: 10 },
    { what: "merge, peak, ×100", value: mb(mergeJob(100)), unit: " MB", most: 1024 },
    { what: "merge, growth, ×10 to ×100", value: growth(ms, mergeJob), unit: "×", most: 10.5 },
    { what: "lint, ×100", value: ms(lintJob(100)) / 1000, unit: " s", most: 3 },
    ...(["up to date", "stale"] as const).map((state) => ({
      what: `check ÷ build, ${state}`,
      value: ms(checkedJob("check", state)) / ms(checkedJob("build", state)),
      ...{ unit: "×", most: 2 },
    })),
    { what: "peak, ×1000", value: mb(pdfJob(1000)) / 1024, unit: " GB", most: 1.5 },
  ];
  return demands.filter(({ value }) => Number.isFinite(value));
}

/**
 * How many times ×100 costs what ×10 does, beyond what a process costs that does nothing but load:
 * with costs a + b and a + 10 b, ×1 and ×10 tell a.
 */
function growth(ms: (name: string) => number, jobOf: (times: number) => string): number {
  const [one, ten, hundred] = [1, 10, 100].map((times) => ms(jobOf(times))) as [
    number,
    number,
    number,
  ];
  const load = one - (ten - one) / 9;
  return (hundred - load) / (ten - load);
}

/** A demand as a line: what it is, what was measured, what is asked, and whether that is met. */
export function columnsOf({ what, value, unit, most }: Demand): string[] {
  const measured = `${rounded(value)}${unit}`;
  if (most === undefined) return [what, measured, "–", ""];
  return [what, measured, `≤ ${rounded(most)}${unit}`, value <= most ? "met" : "NOT MET"];
}

const rounded = (value: number): string => (value < 100 ? value.toFixed(2) : value.toFixed(0));
