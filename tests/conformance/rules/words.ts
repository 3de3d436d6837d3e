import { type Item, type Mark, marksAround } from "../pdf/content.js";
import type { Stretch } from "../pdf/placing.js";
import { rules, unless } from "./rule.js";

/** Words in the text that is taken out of a file (ISO 32000-1, 14.8.2.5). */
export const wordRules = rules({
  "own words stand apart": {
    says: "White space parts words that stand apart: those of lines that were ended, and what is far off",
    check: ({ pages }) =>
      pages.flatMap(({ content, number }) => {
        const sequences = sequencesOf(content.items);
        const all = sequences.flatMap(([, runs]) => runs);
        return sequences.flatMap(([mark, runs]) =>
          runs.slice(1).flatMap((run, index) => {
            const before = runs[index] as Run;
            const together = !isParted(before.text, run.text) && isApart(before, run, runs, all);
            const where = `page ${number}, ${mark.tag} ${mark.mcid}`;
            return unless(!together, `"${before.text}" and "${run.text}" are one word`, where);
          }),
        );
      }),
  },
});

interface Run extends Stretch {
  text: string;
}

/** The texts of each piece of marked content. */
function sequencesOf(items: readonly Item[]): [Mark, Run[]][] {
  const sequences = new Map<Mark, Run[]>();
  for (const { mark, shown } of items) {
    const owner = [...marksAround(mark)].find(({ mcid }) => mcid !== undefined);
    if (!owner || !shown) continue;
    const read = shown.codes.map((code) => shown.font.unicode?.get(code) ?? "");
    const text = (read.some((each) => FROM_RIGHT.test(each)) ? read.reverse() : read).join("");
    const runs = sequences.get(owner) ?? [];
    sequences.set(owner, runs);
    runs.push({ ...shown.stretch, text });
  }
  return [...sequences];
}

/** Letters that go from right to left, and the mark that turns what has no direction. */
const FROM_RIGHT = /\u200f|(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}]/u;

const isParted = (before: string, after: string): boolean =>
  before === "" || after === "" || /\s$/.test(before) || /^\s/.test(after);

/** Scripts whose words are parted by spaces. */
const SPACED =
  /(?=[\p{L}\p{N}])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Nd}]/u;

function isApart(before: Run, run: Run, own: readonly Run[], all: readonly Run[]): boolean {
  if (Math.abs(before.from.y - run.from.y) > Math.max(before.size, run.size) / 2)
    return isEnded(before, run, own);
  // In a line that has both directions neighbours in the text may stand apart; so they may in one that
  // has but one, in a paragraph that goes the other way.
  const line = all.filter(({ from }) => Math.abs(from.y - run.from.y) < run.size);
  if (FROM_RIGHT.test([...line, ...own].map(({ text }) => text).join(""))) return false;
  const gap = Math.max(run.from.x - before.to.x, before.from.x - run.to.x);
  return gap > before.size;
}

/** True where the line before had room for what follows: it is its author who ended it. */
function isEnded(before: Run, run: Run, all: readonly Run[]): boolean {
  const [last = "", first = ""] = [[...before.text].at(-1), [...run.text][0]];
  if (!SPACED.test(last) || !SPACED.test(first)) return false;
  const lines = [...new Set(all.map(({ from }) => from.y))].map((y) => widthOf(all, y));
  const letter = (run.to.x - run.from.x) / run.text.length;
  const next = /^\S+/.exec(run.text)?.[0].length ?? 0;
  return widthOf(all, before.from.y) + (next + 1) * letter < Math.max(...lines);
}

function widthOf(runs: readonly Run[], y: number): number {
  const line = runs.filter(({ from }) => from.y === y);
  const left = Math.min(...line.map(({ from }) => from.x));
  return Math.max(...line.map(({ to }) => to.x)) - left;
}
