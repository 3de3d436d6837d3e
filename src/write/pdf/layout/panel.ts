import type { Panel } from "../../../document.js";
import { plainText } from "../../../model/rich.js";
import { owned } from "./card.js";
import type { Context, Frame } from "./context.js";
import { type FlowCell, flowOf, type Item } from "./flow.js";
import { startOf } from "./frame.js";
import { setText } from "./paragraph.js";
import { tagIn } from "./tag.js";

/** Around the facts, and between two of them. */
const PADDING = { x: 16, y: 14 };
const BETWEEN = 14;
const RADIUS = 6;
/** So many facts stand beside each other. */
const MOST = 4;

/** Facts in a box, a few beside each other; more of them in rows below. */
export function setPanel({ facts }: Panel, frame: Frame, context: Context): Item[] {
  const rows = Math.ceil(facts.length / MOST);
  const each = Math.ceil(facts.length / Math.max(rows, 1));
  return Array.from({ length: rows }, (_, row): Item => {
    const shown = facts.slice(row * each, (row + 1) * each);
    const [first, last] = [row === 0, row === rows - 1];
    const width = (frame.width - 2 * PADDING.x + BETWEEN) / each;
    const cells = shown.map((fact, at): FlowCell => {
      const from = context.direction === "rtl" ? each - 1 - at : at;
      const x = frame.x + PADDING.x + from * width;
      const inner = { ...frame, x, width: width - BETWEEN };
      return { x, width: inner.width, flow: flowOf(setFact(fact, inner, context)), ends: true };
    });
    const [begin] = cells;
    if (begin)
      begin.decorate = (top, height) => [box(top, height, frame, { first, last }, context)];
    const padding = { top: first ? PADDING.y : 0, bottom: PADDING.y };
    return {
      kind: "row",
      before: first ? context.style.gap.heading : 0,
      cells,
      padding,
      least: 1000,
    };
  });
}

function setFact(fact: Panel["facts"][number], frame: Frame, context: Context): Item[] {
  const { type, color } = context.style;
  const around = { ...frame, align: startOf(context) };
  const caption = { ...around, type: type.caption, color: color.grey, tag: tagIn(frame.tag, "P") };
  const value = { ...around, type: type.body, bold: true, tag: tagIn(frame.tag, "P") };
  return [
    ...owned(setText(plainText(fact.name), caption, context, { fit: "even" }), fact),
    ...setText(fact.value, value, context, { fit: "even" }),
  ];
}

/** The box behind a row; rounded where it begins and where it ends. */
function box(
  y: number,
  height: number,
  { x, width }: Frame,
  { first, last }: { first: boolean; last: boolean },
  { style }: Context,
) {
  const radius = first && last ? RADIUS : 0;
  return { kind: "rect" as const, x, y, width, height, radius, color: style.color.surface };
}
