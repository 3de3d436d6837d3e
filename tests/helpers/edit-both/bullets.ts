import { type Both, pick } from "./both.js";

/** One edit as numbers: where, and where to; and a word that stands nowhere else. */
export interface Where {
  at: number;
  to: number;
  word: string;
}

/** What is done to a Word file and to its document alike; false where there is nothing to do. */
export type BothEdit = (both: Both, where: Where) => boolean;

const change: BothEdit = (both, { at, to, word }) => {
  const item = pick(both.plainItems(), at)?.item;
  const old = item && pick(item.text.split(" "), to);
  if (!item || !old) return false;
  both.docx.change(both.at("item", item), old, word);
  item.text = item.text.replace(old, () => word);
  return true;
};

const add: BothEdit = (both, { at, word }) => {
  const place = pick(both.plainItems(), at);
  if (!place) return false;
  const { item, list } = place;
  both.docx.addAfter(both.at("item", item), `New ${word} here.`);
  list.items.splice(list.items.indexOf(item) + 1, 0, { text: `New ${word} here.` });
  return true;
};

const remove: BothEdit = (both, { at }) => {
  const place = pick(both.items(), at);
  if (!place || place.list.items.length < 2) return false;
  both.docx.delete(both.at("item", place.item));
  place.list.items.splice(place.list.items.indexOf(place.item), 1);
  return true;
};

/** Within a section, to another section, or to another level, as it comes. */
const move: BothEdit = (both, { at, to }) => {
  const [place, other] = [pick(both.items(), at), pick(both.items(), to)];
  if (!place || !other || place.item === other.item || place.list.items.length < 2) return false;
  both.docx.move(both.at("item", place.item), both.at("item", other.item));
  place.list.items.splice(place.list.items.indexOf(place.item), 1);
  other.list.items.splice(other.list.items.indexOf(other.item) + 1, 0, place.item);
  return true;
};

const split: BothEdit = (both, { at, to }) => {
  const place = pick(both.plainItems(), at);
  const words = place?.item.text.split(" ") ?? [];
  if (!place || words.length < 2) return false;
  const { item, list } = place;
  const middle = 1 + (to % (words.length - 1));
  const rest = words.slice(middle).join(" ");
  if (rest === "") return false;
  both.docx.split(both.at("item", item), ` ${rest}`);
  list.items.splice(list.items.indexOf(item) + 1, 0, { text: rest });
  item.text = words.slice(0, middle).join(" ");
  return true;
};

const join: BothEdit = (both, { at }) => {
  const place = pick(both.plainItems(), at);
  const index = place?.list.items.indexOf(place.item) ?? 0;
  const next = place?.list.items[index + 1];
  if (!place || !next || !both.plainItems().some(({ item }) => item === next)) return false;
  both.docx.join(both.at("item", place.item));
  place.item.text += next.text;
  place.list.items.splice(index + 1, 1);
  return true;
};

/** What Word makes of a quote or a space that somebody types: no edit. */
const correct: BothEdit = (both, { at, to }) => {
  const untouched = both.plainItems().filter(({ item }) => both.isUntouched(item));
  const item = pick(untouched, at)?.item;
  const signs = [...(item?.text.matchAll(/[ '"]/g) ?? [])].map(([sign]) => sign);
  const sign = pick([...new Set(signs)], to);
  if (!item || sign === undefined) return false;
  both.docx.change(both.at("item", item), sign, { " ": "\u00a0", "'": "\u2019" }[sign] ?? "\u201d");
  both.corrected.add(item);
  return true;
};

/** Edits of bullets. */
export const BULLETS = {
  "change a bullet": change,
  "add a bullet": add,
  "delete a bullet": remove,
  "move a bullet": move,
  "split a bullet": split,
  "join bullets": join,
  autocorrect: correct,
} satisfies Record<string, BothEdit>;
