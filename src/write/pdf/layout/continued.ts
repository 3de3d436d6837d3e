import type { Card } from "../../../document.js";
import type { RichText, Span } from "../../../model/ladder.js";
import { plainText, richText, spansOf } from "../../../model/rich.js";
import { theme } from "../theme.js";
import { words } from "../words.js";
import { asDecoration } from "./again.js";
import { emptyStrip } from "./blocks.js";
import type { Context, Frame } from "./context.js";
import type { Strip } from "./flow.js";
import { setText } from "./paragraph.js";
import { tagIn } from "./tag.js";

/** Number and title again, smaller, for a card's further pages. */
export function continued(card: Card, frame: Frame, context: Context): Strip {
  const nowhere: Frame = { ...frame, tag: tagIn(null, "P") };
  const serif = { serif: true };
  const label = card.facts.find((fact) => fact.role === "label");
  const title = card.facts.find((fact) => fact.role === "title");
  const names = [label, title].filter((fact) => fact !== undefined).map((fact) => fact.value);
  const values = names.length > 0 ? names : [plainText(card.heading)];
  const type = theme.type.continued;
  const lines = values.flatMap((value, index) => {
    const color = index === 0 && label ? frame.accent : theme.color.ink;
    const size = index === 0 && label ? theme.type.factTitle : type;
    return setText(unlinked(value), { ...nowhere, type: size, color }, context, serif);
  });
  const note = setText(
    plainText(words.continued),
    { ...nowhere, type: theme.type.caption, color: theme.color.grey },
    context,
  );
  return stacked([...lines, ...note]);
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
