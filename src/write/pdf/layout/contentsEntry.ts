import { plainText } from "../../../model/rich.js";
import { atomsOf } from "../text/atoms.js";
import { setLine } from "../text/setLine.js";
import { LEADER } from "./box.js";
import type { Context, Frame } from "./context.js";
import type { Entry } from "./entries.js";
import type { Strip } from "./flow.js";
import { indented, startOf } from "./frame.js";
import { baselineOf, setText } from "./paragraph.js";
import { type Tag, tagIn } from "./tag.js";

const NUMBER_WIDTH = 26;

/** A line of the contents: a link with dots and the number of its page, which comes in after pagination. */
export function setEntry(entry: Entry, frame: Frame, context: Context): Strip[] {
  const reference = tagIn(frame.tag, "Reference");
  const tag = tagIn(reference, "Link", { target: { name: entry.name }, contents: entry.text });
  const color = entry.depth === 0 ? context.style.color.ink : context.style.color.grey;
  const inner = indented(frame, entry.depth * 17, context);
  const width = inner.width - NUMBER_WIDTH;
  const room = { ...inner, tag, color, width, align: startOf(context) };
  const place = context.direction === "rtl" ? { ...room, x: frame.x + NUMBER_WIDTH } : room;
  // A space stands between the words and the number for who listens: it is not seen.
  const strips = unowned(setText(plainText(entry.text), place, context, { goesOn: true }));
  const last = strips.at(-1);
  last?.boxes.push(...pageNumber(entry, last, { ...frame, tag, color }, context));
  return strips;
}

/** The dotted line and the number that it leads to. */
function pageNumber(entry: Entry, strip: Strip, frame: Frame & { tag: Tag }, context: Context) {
  const { x, width, type, color, tag } = frame;
  const piece = { text: "0", face: "sans" as const, size: type.size, color, tag, leaf: null };
  const rtl = context.direction === "rtl";
  const place = {
    x,
    width,
    baseline: baselineOf(type),
    align: rtl ? ("left" as const) : ("right" as const),
    last: true,
  };
  const number = setLine(atomsOf([piece], context.direction, context.fonts), place, context.fonts);
  for (const box of number) if (box.kind === "text") box.pageOf = entry.name;
  const texts = strip.boxes.filter((box) => box.kind === "text").filter(({ text }) => text !== " ");
  const [from, to] = rtl
    ? [x + NUMBER_WIDTH - 6, Math.min(...texts.map((box) => box.x)) - 6]
    : [Math.max(...texts.map((box) => box.x + box.width)) + 6, x + width - NUMBER_WIDTH + 6];
  // Whole dots only, counted from the numbers: those of all lines stand one below the other.
  const dots = Math.floor((to - from) / LEADER.step) * LEADER.step + LEADER.dot;
  const leader = {
    kind: "leader" as const,
    x: rtl ? from : to - dots,
    y: place.baseline,
    width: dots,
    color: context.style.color.leader,
  };
  return [...(leader.width > 4 ? [leader] : []), ...number];
}

/** Words of the writer's own. */
export function unowned(strips: Strip[]): Strip[] {
  for (const box of strips.flatMap((strip) => strip.boxes))
    if (box.kind === "text") box.leaf = null;
  return strips;
}
