import type { Card } from "../../../document.js";
import type { RichText, Span } from "../../../model/ladder.js";
import { plainText, richText, spansOf } from "../../../model/rich.js";
import { words } from "../../../pdf-words.js";
import { asDecoration } from "./again.js";
import { emptyStrip } from "./blocks.js";
import type { Context, Frame } from "./context.js";
import type { Strip } from "./flow.js";
import { setText } from "./paragraph.js";
import { tagIn } from "./tag.js";

/** What comes again takes up no more than this part of a page. */
const MOST = 1 / 3;

/** Number and title again, smaller, for a card's further pages, where those have room for them. */
export function continued(card: Card, frame: Frame, context: Context): Strip | undefined {
  const nowhere: Frame = { ...frame, tag: tagIn(null, "P") };
  const look = { serif: true, fit: "even" } as const;
  const label = card.facts.find((fact) => fact.role === "label");
  const title = card.facts.find((fact) => fact.role === "title");
  const names = [label, title].filter((fact) => fact !== undefined).map((fact) => fact.value);
  const values = names.length > 0 ? names : [plainText(card.heading)];
  const type = context.style.type.continued;
  const lines = values.flatMap((value, index) => {
    const color = index === 0 && label ? frame.accent : context.style.color.ink;
    const size = index === 0 && label ? context.style.type.factTitle : type;
    return fewLines(unlinked(value), (text) =>
      setText(text, { ...nowhere, type: size, color }, context, look),
    );
  });
  const note = setText(
    plainText(words.continued),
    { ...nowhere, type: context.style.type.caption, color: context.style.color.grey },
    context,
  );
  const whole = stacked([...lines, ...note]);
  const { body } = context.style;
  return whole.height > (body.bottom - body.y) * MOST ? undefined : whole;
}

/** Of a longer text this many lines come again, "…" the last: they leave room for what goes on. */
const MOST_LINES = 4;

function fewLines(value: RichText, set: (text: RichText) => Strip[]): Strip[] {
  const lines = set(value);
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), ...set(plainText("…"))];
}

/** Plain words and line breaks: what comes again is no link, and no image. */
function unlinked(value: RichText): RichText {
  const spans = spansOf(value).flatMap((span): Span[] => {
    if (span.type === "text") return [{ type: "text", text: span.text }];
    return span.type === "break" ? [span] : [];
  });
  return richText(spans);
}

/** Strips one below the other as a single strip of decoration. */
function stacked(strips: readonly Strip[]): Strip {
  const whole = emptyStrip();
  for (const strip of strips) {
    const moved = strip.boxes.map((box) => ({ ...box, y: box.y + whole.height }));
    whole.boxes.push(...moved.flatMap(asDecoration));
    whole.height += strip.height;
  }
  return whole;
}
