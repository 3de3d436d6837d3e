import type { Card, CardSection } from "../../../src/document.js";
import { addSection, copyLevel, removeLevel, removeSection } from "../edit-docx-structure.js";
import { type Both, below, pick } from "./both.js";
import type { BothEdit } from "./bullets.js";

/** A new section before another one, with a bullet such as that has. */
const added: BothEdit = (both, { at, word }) => {
  const place = pick(both.sections(), at);
  const [list] = place?.section.blocks ?? [];
  const like = list?.type === "list" && !list.ordered ? list.items[0] : undefined;
  if (!place || !both.has(like) || !like) return false;
  const { section, list: siblings } = place;
  const [title, text] = [`Section ${word}`, `First ${word}.`];
  addSection(both.docx, both.at("section", section), both.at("item", like), title, text);
  siblings.splice(siblings.indexOf(section), 0, newSection(title, text));
  return true;
};

const newSection = (title: string, text: string): CardSection => ({
  title: { text: title },
  anchors: [],
  blocks: [{ type: "list", ordered: false, items: [{ text }] }],
  sections: [],
});

const removed: BothEdit = (both, { at }) => {
  const place = pick(both.sections(), at);
  if (!place || place.section.sections.length > 0 || place.list.length < 2) return false;
  removeSection(both.docx, both.at("section", place.section));
  place.list.splice(place.list.indexOf(place.section), 1);
  return true;
};

/** A copy of a level behind it, with a label of its own. */
const copied: BothEdit = (both, { at, word }) => {
  const place = pick(both.cards(), at);
  const label = place?.card.facts.find(({ role }) => role === "label");
  if (!place || !label || !both.has(label) || isCorrected(both, place.card)) return false;
  copyLevel(both.docx, both.at("card", place.card), both.at("fact", label), word);
  const copy = structuredClone(place.card);
  for (const fact of copy.facts) if (fact.role === "label") fact.value = { text: word };
  place.cards.splice(place.cards.indexOf(place.card) + 1, 0, { ...copy, anchors: [] });
  return true;
};

const isCorrected = (both: Both, card: Card): boolean =>
  [...below(card)].some((node) => (both.corrected as ReadonlySet<object>).has(node));

/** With a level its bookmark goes, and so would the links that lead there: only one without any. */
const dropped: BothEdit = (both, { at }) => {
  const place = pick(both.cards(), at);
  if (!place || place.cards.length < 2) return false;
  const told = JSON.stringify(both.document);
  if (place.card.anchors.some((anchor) => told.includes(`"#${anchor}"`))) return false;
  removeLevel(both.docx, both.at("card", place.card));
  place.cards.splice(place.cards.indexOf(place.card), 1);
  return true;
};

/** Edits of sections and levels as a whole. */
export const STRUCTURE = {
  "add a section": added,
  "remove a section": removed,
  "copy a level": copied,
  "remove a level": dropped,
} satisfies Record<string, BothEdit>;
