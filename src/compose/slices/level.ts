import type { Card, Fact, Part } from "../../document.js";
import { labelled } from "../../model/level-label.js";
import { cardOf, partOf, type Setting } from "../handbook.js";
import type { Step } from "../step.js";
import type { Slice } from "./slice.js";

/** The level, in full. */
export const level: Slice = ({ step, setting, heading }) => [
  levelsPart([step], heading ?? setting.words.yourLevel, setting),
];

/** Levels of one track under a heading, below which stands the name of the track. */
export function levelsPart(
  steps: readonly [Step, ...Step[]],
  title: string,
  setting: Setting,
): Part {
  const [{ track }] = steps;
  return {
    ...partOf(track, setting),
    title: { text: title },
    anchors: [],
    standing: track.title.text.replaceAll("\n", " "),
    intro: [],
    cards: steps.map((step) => stepCard(step, setting)),
  };
}

/** The card of a level that has the title that was chosen, and its label and grade. */
export function stepCard(step: Step, { words }: Setting): Card {
  const card = cardOf({ ...step.level, grades: step.grades }, step.index, words);
  const facts = card.facts.map((fact) => {
    if (fact.role === "title") return { ...fact, value: { text: titleIn(card, fact, step) } };
    return fact.role === "label" ? { ...fact, value: { text: step.label } } : fact;
  });
  // A level without a title is called by its label, which is not to be there twice.
  const heading = [...new Set([step.label, step.title])].filter((each) => each !== "").join(" · ");
  return { ...card, facts, ...(heading !== "" && { heading }) };
}

/** The title that was chosen, behind the label where the post has both in one. */
function titleIn({ facts }: Card, { value }: Fact, { title }: Step): string {
  const told = facts.some(({ role }) => role === "label") ? null : labelled(value.text);
  return told && told.title !== "" ? told.label + told.between + title : title;
}
