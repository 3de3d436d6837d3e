import fc from "fast-check";
import type { Ladder } from "../../src/model/ladder.js";
import { settledAgain } from "./ladders.js";

/** What is done to a ladder, as numbers: which kind of edit, where, and where to. */
export interface LadderEdit {
  kind: "reword" | "embolden" | "remove" | "copy" | "move";
  at: number;
  to: number;
}

/** Scripts of one to `most` edits of any node of a ladder. */
export const ladderEdits = (most: number): fc.Arbitrary<LadderEdit[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom("reword", "reword", "embolden", "remove", "copy", "move"),
      at: fc.nat(100_000),
      to: fc.nat(100_000),
    }),
    { minLength: 1, maxLength: most },
  );

/** The lists of nodes that a ladder holds, by the name of their property. */
const LISTS = new Set([
  "content",
  "intro",
  "levels",
  "summary",
  "sections",
  "blocks",
  "items",
  "rows",
]);

interface Text {
  text: string;
  spans?: unknown[] | undefined;
}

/** The ladder after a script of edits; derived values derived again. */
export function editLadder(original: Ladder, script: readonly LadderEdit[]): Ladder {
  const ladder = structuredClone(original);
  script.forEach((edit, index) => {
    carryOut(ladder, edit, `word${index}`);
  });
  return settledAgain(ladder);
}

function carryOut(ladder: Ladder, { kind, at, to }: LadderEdit, word: string): void {
  const { lists, texts } = nodesIn(ladder);
  if (kind === "reword" || kind === "embolden") {
    const text = texts[at % Math.max(texts.length, 1)];
    if (text) changeWord(text, to, word, kind === "embolden");
    return;
  }
  const found = lists[at % Math.max(lists.length, 1)];
  if (!found) return;
  const { list, name } = found;
  const index = to % list.length;
  if (kind === "copy") list.splice(index, 0, renamed(list[(index + at) % list.length], word));
  else if (list.length > 1) {
    const [taken] = list.splice(index, 1);
    const same = lists.filter((each) => each.name === name && each.list !== list);
    const target = same[to % Math.max(same.length, 1)]?.list;
    const isInside = target && JSON.stringify(taken).includes(JSON.stringify(target));
    if (kind === "move") (target && !isInside ? target : list).splice(at % list.length, 0, taken);
  }
}

function nodesIn(ladder: Ladder) {
  const lists: { name: string; list: unknown[] }[] = [];
  const texts: Text[] = [];
  const visit = (node: unknown, name: string): void => {
    if (Array.isArray(node)) {
      if (LISTS.has(name) && node.length > 0) lists.push({ name, list: node });
      for (const each of node) visit(each, "");
    } else if (node && typeof node === "object") {
      if ("text" in node && !("type" in node && node.type === "text")) texts.push(node as Text);
      for (const [key, value] of Object.entries(node)) visit(value, key);
    }
  };
  visit(ladder.content, "content");
  return { lists, texts };
}

/** Another word in the place of one; a text with marks loses them. */
function changeWord(node: Text, at: number, word: string, isBold: boolean): void {
  const words = node.text.split(/[ \n]/);
  const index = at % words.length;
  const [before, after] = [words.slice(0, index), words.slice(index + 1)].map((each) =>
    each.join(" "),
  );
  delete node.spans;
  node.text = [before, word, after].filter((each) => each !== "").join(" ");
  if (!isBold || "language" in node || ("type" in node && node.type === "code")) return;
  const spans = [
    { type: "text", text: before ? `${before} ` : "" },
    { type: "text", text: word, strong: true },
    { type: "text", text: after ? ` ${after}` : "" },
  ];
  node.spans = spans.filter(({ text }) => text !== "");
}

/** A copy with a word more in each of its texts that has no marks. */
const renamed = (node: unknown, word: string): unknown =>
  JSON.parse(
    JSON.stringify(node, (_, value) =>
      value?.text && !value.spans && !("href" in value) && value.type !== "text"
        ? { ...value, text: `${value.text} ${word}` }
        : value,
    ),
  );
