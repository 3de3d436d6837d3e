import type { Item, Ladder, RichText, Section } from "../../src/model/ladder.js";
import { richText, spansOf } from "../../src/model/rich.js";
import { readFrontMatter } from "../../src/read/front-matter.js";
import { type Target, targetsOf } from "./ladder-targets.js";
import { settledAgain } from "./ladders.js";

/** A post, and what can be changed of it. */
export interface Source {
  text: string;
  ladder: Ladder;
  targets: Target[];
}

/** What must be told of a drift. */
export interface Told {
  /** What the path begins with: track and level, section. */
  path: string;
  /** The post's line. */
  line: number;
  /** What the sentence must say. */
  word: string;
}

/** Where a drift is seeded, as numbers, and a word that stands nowhere else. */
export interface Seed {
  at: number;
  to: number;
  word: string;
}

/** Changes the ladder of an older build; null: there is nothing to do at this place. */
type Edit = (source: Source, seed: Seed, old: Ladder, targets: Target[]) => Told | null;

/** The index of a target that fits. */
export function choose({ targets }: Source, at: number, fits: (each: Target) => boolean): number {
  const indices = targets.flatMap((target, index) => (fits(target) ? [index] : []));
  return indices[at % indices.length] ?? 0;
}

/** What must be told of a target: its line, or that of what it stands behind. */
export function toldAt({ targets }: Source, index: number, word: string): Told {
  const placed = targets.slice(0, index + 1).findLast(({ place }) => place);
  const { at } = targets[index] as Target;
  return { path: at.join(" › "), line: placed?.place?.start.line ?? 0, word };
}

const hasWords = ({ rich }: Target): boolean => rich !== null && /\w/.test(rich.text);

/** True for bullets that say something. */
export const isBullet = (target: Target): boolean => target.kind === "bullet" && hasWords(target);

function setWords(target: Target | undefined, words: RichText): void {
  const rich = target?.rich as RichText;
  delete rich.spans;
  Object.assign(rich, words);
}

const reword: Edit = (source, { at, word }, _, targets) => {
  const index = choose(source, at, hasWords);
  const rich = targets[index]?.rich as RichText;
  setWords(targets[index], richText([{ type: "text", text: `${word} ` }, ...spansOf(rich)]));
  return toldAt(source, index, word);
};

const embolden: Edit = (source, { at }, _, targets) => {
  const index = choose(source, at, (each) => isBullet(each) && !each.rich?.spans);
  const text = targets[index]?.rich?.text ?? "";
  setWords(targets[index], richText([{ type: "text", text, strong: true }]));
  return toldAt(source, index, `**${text.slice(0, 10)}`);
};

const rename: Edit = (source, { at, word }, _, targets) => {
  const index = choose(source, at, ({ kind }) => kind === "fact");
  (targets[index]?.node as { name: string }).name = word;
  return toldAt(source, index, word);
};

const REMOVABLE: ReadonlySet<string> = new Set(["track", "level", "section", "bullet", "fact"]);

const remove: Edit = (source, { at, to }, _, targets) => {
  const kinds = [...REMOVABLE];
  const kind = kinds[to % kinds.length];
  const index = choose(source, at, (each) => each.kind === kind && each.list.length > 1);
  const { list, node } = targets[index] as Target;
  list.splice(list.indexOf(node), 1);
  return toldAt(source, index, "is missing");
};

const add: Edit = (source, { at, word }, _, targets) => {
  const index = choose(source, at, isBullet);
  const { list, node } = targets[index] as Target;
  const item: Item = { text: `New ${word} words` };
  list.splice(list.indexOf(node) + 1, 0, item);
  return toldAt(source, index, word);
};

const addSection: Edit = (source, { at, word }, _, targets) => {
  const index = choose(source, at, ({ kind }) => kind === "section");
  const { list, node, at: path } = targets[index] as Target;
  const blocks: Section["blocks"] = [{ type: "list", ordered: false, items: [{ text: "More" }] }];
  list.splice(list.indexOf(node) + 1, 0, { title: { text: word }, blocks });
  const told = toldAt(source, index, word);
  return { ...told, path: [...path.slice(0, -1), word].join(" › ") };
};

/** A bullet that has others beside it, and no lists in it. */
const canMove = (each: Target): boolean =>
  isBullet(each) && each.list.length > 2 && !("blocks" in each.node);

const move: Edit = (source, { at, to }, _, targets) => {
  const [from, behind] = [choose(source, at, canMove), choose(source, to, canMove)];
  const [moved, other] = [targets[from] as Target, targets[behind] as Target];
  // Beside each other two change places: either of them may be told.
  if (moved.list === other.list) return null;
  moved.list.splice(moved.list.indexOf(moved.node), 1);
  other.list.splice(other.list.indexOf(other.node) + 1, 0, moved.node);
  return toldAt(source, from, "should stand here, stands in");
};

const frontMatter: Edit = ({ ladder, text }, { at, word }, old) => {
  const yaml = ladder.frontMatter?.yaml ?? "";
  const lines = yaml.split("\n");
  const line = lines[at % lines.length] ?? "";
  const [key = ""] = line.split(":");
  old.frontMatter = readFrontMatter(yaml.replace(line, `${key}: ${word}`), 2).value;
  const path = ["title", "excerpt", "author"].includes(key) ? key : `front matter › ${key}`;
  return { path, line: text.split("\n").indexOf(line) + 1, word };
};

const EDITS = {
  reword,
  "reword again": reword,
  embolden,
  rename,
  remove,
  "remove again": remove,
  add,
  "add section": addSection,
  move,
  "front matter": frontMatter,
} satisfies Record<string, Edit>;

/** The ladder that an older build wrote, and what must be told of it; null: it is the same. */
export function olderLadder(source: Source, seed: Seed, which: number) {
  const old = structuredClone(source.ladder);
  const names = Object.keys(EDITS) as (keyof typeof EDITS)[];
  const name = names[which % names.length] as keyof typeof EDITS;
  const told = EDITS[name](source, seed, old, targetsOf(old));
  return told && { ladder: settledAgain(old), told, name };
}
