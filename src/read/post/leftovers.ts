import { type Message, message } from "../../diagnostics.js";
import type { Content } from "../../model/ladder.js";
import { leaves } from "../../model/walk.js";

/** Notations that a site's generator would have acted on: Liquid and GitBook tags, kramdown's attributes. */
const NOTATION = /\{%[^%{}\n]*%\}|\{\{[^{}\n]*\}\}|\{:[^{}]*\}|\{#[\w-]+\}/;

/** A warning for each text that holds what nobody will render: it is kept as it is written. */
export function leftovers(content: readonly Content[]): Message[] {
  return leaves(content).flatMap(({ rich, place }) => {
    const found = NOTATION.exec(rich.text)?.[0];
    if (found === undefined) return [];
    const reason = `Unexpected "${found}", which nothing renders; it is kept as text`;
    return [message("warning", "raw-notation", reason, { place, actual: found })];
  });
}
