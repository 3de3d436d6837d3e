import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Ladder } from "../../src/model/ladder.js";
import { leaves } from "../../src/model/walk.js";
import { readPost } from "../../src/read/index.js";
import { account } from "../../src/read/post/account.js";
import { parsePost } from "../../src/read/post/parse.js";
import { Source } from "../../src/read/source.js";

const file = "2019-12-17-engineering-job-ladder.md";
const post = readFileSync(`source/${file}`, "utf8");
const { atoms } = parsePost(new Source(post));
const ladder = readPost(new TextEncoder().encode(post), { file }).value as Ladder;
const textsOf = ({ content }: Ladder) => leaves(content).map(({ rich }) => rich.text);

/** Every path to an element of an array in a ladder's content. */
function paths(node: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (!node || typeof node !== "object") return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const step = Array.isArray(node) ? Number(key) : key;
    const below = paths(value, [...path, step]);
    return Array.isArray(node) && typeof value === "object" ? [[...path, step], ...below] : below;
  });
}

function without(path: (string | number)[]): Ladder {
  const copy = structuredClone(ladder);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], copy.content);
  (parent as unknown[]).splice(Number(path.at(-1)), 1);
  return copy;
}

test("the seed is accounted for to its last word", () => {
  expect(atoms.filter(({ text }) => text.trim() !== "").length).toBeGreaterThan(250);
  expect(account(atoms, textsOf(ladder))).toEqual([]);
});

test("any node taken away from the ladder is noticed, with its place", () => {
  // Only nodes that hold text count: derived values, empty cells and marks say nothing of their own.
  const cuts = paths(ladder.content)
    .map((path) => ({ path, cut: without(path) }))
    .filter(({ cut }) => textsOf(cut).join("") !== textsOf(ladder).join(""));
  expect(cuts.length).toBeGreaterThan(350);
  for (const { path, cut } of cuts) {
    const [first] = account(atoms, textsOf(cut));
    expect(first, `without ${path.join(".")}`).toMatchObject({ ruleId: "lost-text", fatal: true });
    expect(first?.place).toBeDefined();
  }
});

test("a text that changes, moves or appears twice is noticed", () => {
  const texts = textsOf(ladder);
  const at = texts.indexOf("You have laser eyes.");
  expect(account(atoms, texts.with(at, "You have laser eye."))).not.toEqual([]);
  expect(account(atoms, texts.toSpliced(at, 1).concat("You have laser eyes."))).not.toEqual([]);
  expect(account(atoms, [...texts, "You have laser eyes."])).toMatchObject([
    { ruleId: "invented-text" },
  ]);
});
