import { formatPatch, structuredPatch } from "diff";
import { longestRising } from "../match/staying.js";

/** Stretches with fewer lines than this between them make one hunk. */
const APART = 3;

/**
 * The difference of two texts in the form of `diff -u`, with a line of context. What changes is found
 * from one stretch to the next and each compared alone: the time for all at once grows with the
 * square of the lines that differ, and that of a long post's merge with it.
 */
export function patchOf(file: string, before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const hunks = stretchesOf(old, now).flatMap(([i, toI, j, toJ]) => {
    const [from, fromNow] = [Math.max(0, i - 1), Math.max(0, j - 1)];
    const left = old.slice(from, toI + 1).join("");
    const right = now.slice(fromNow, toJ + 1).join("");
    return structuredPatch("", "", left, right, "", "", { context: 1 }).hunks.map((hunk) => ({
      ...hunk,
      oldStart: hunk.oldStart + from,
      newStart: hunk.newStart + fromNow,
    }));
  });
  const names = { oldFileName: `a/${file}`, newFileName: `b/${file}` };
  const headers = { oldHeader: undefined, newHeader: undefined };
  return formatPatch({ ...names, ...headers, hunks })
    .split("\n")
    .slice(1)
    .join("\n")
    .replace(/\n$/, "");
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

type Stretch = [from: number, to: number, fromNow: number, toNow: number];

/** The stretches that differ, between lines that each text has just once (as Cohen's patience diff). */
function stretchesOf(old: readonly string[], now: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...fixedLines(old, now), [old.length, now.length] as const]) {
    let [toI, toJ] = [nextI, nextJ];
    while (i < toI && j < toJ && old[i] === now[j]) [i, j] = [i + 1, j + 1];
    while (i < toI && j < toJ && old[toI - 1] === now[toJ - 1]) [toI, toJ] = [toI - 1, toJ - 1];
    const last = stretches.at(-1);
    if (i === toI && j === toJ) continue;
    if (last && i - last[1] < APART) [last[1], last[3]] = [toI, toJ];
    else stretches.push([i, toI, j, toJ]);
    [i, j] = [nextI, nextJ];
  }
  return stretches;
}

/** Lines that stand once in each text and in the same order, by their indices in both. */
function fixedLines(old: readonly string[], now: readonly string[]): [number, number][] {
  const places = onceIn(now);
  const pairs = [...onceIn(old)].flatMap(([line, at]): [number, number][] => {
    const found = places.get(line);
    return found === undefined ? [] : [[at, found]];
  });
  return longestRising(pairs.map(([, at]) => at)).flatMap((index) => pairs.slice(index, index + 1));
}

function onceIn(lines: readonly string[]): Map<string, number> {
  const places = new Map<string, number | null>();
  for (const [at, line] of lines.entries()) places.set(line, places.has(line) ? null : at);
  return new Map([...places].filter((entry): entry is [string, number] => entry[1] !== null));
}
