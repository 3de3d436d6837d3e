import type { Card } from "../../../document.js";
import { plainText } from "../../../model/rich.js";
import type { Context, Frame } from "./context.js";
import type { Strip } from "./flow.js";
import { nowhere, shortened, stacked, unlinked } from "./named.js";
import { setText } from "./paragraph.js";

/** What comes again takes up no more than this part of a page. */
const MOST = 1 / 3;
/** Of a longer text this many lines come again: they leave room for what goes on. */
const MOST_LINES = 4;

/** Number and title again, smaller, for a card's further pages, where those have room for them. */
export function continued(card: Card, around: Frame, context: Context): Strip | undefined {
  const frame = nowhere(around);
  const serif = { serif: true, fit: "even" } as const;
  const label = card.facts.find((fact) => fact.role === "label");
  const title = card.facts.find((fact) => fact.role === "title");
  const names = [label, title].filter((fact) => fact !== undefined).map((fact) => fact.value);
  const values = names.length > 0 ? names : [plainText(card.heading)];
  const lines = values.flatMap((value, index) => {
    const labels = index === 0 && label !== undefined;
    const color = labels ? frame.accent : context.style.color.ink;
    const type = labels ? context.style.type.factTitle : context.style.type.continued;
    const look = { ...frame, type, color };
    return shortened(setText(unlinked(value), look, context, serif), MOST_LINES, look, context);
  });
  const note = setText(
    plainText(context.words.continued),
    { ...frame, type: context.style.type.caption, color: context.style.color.grey },
    context,
  );
  const whole = stacked([...lines, ...note]);
  const { body } = context.style;
  return whole.height > (body.bottom - body.y) * MOST ? undefined : whole;
}
