import { plainText } from "../../../model/rich.js";
import { words } from "../../../pdf-words.js";
import { atomsOf } from "../text/atoms.js";
import { setLine } from "../text/setLine.js";
import { kept, spaced } from "./blocks.js";
import { LEADER } from "./box.js";
import type { Context, Frame } from "./context.js";
import type { Entry } from "./entries.js";
import type { Strip } from "./flow.js";
import { indented, startOf } from "./frame.js";
import { baselineOf, setText } from "./paragraph.js";
import { type Tag, tagIn } from "./tag.js";

/** Fewer entries than this need no contents list. */
const FEWEST = 3;
const NUMBER_WIDTH = 26;

/** The contents: each line a link, with the page it leads to; numbers come in after pagination. */
export function setContents(entries: readonly Entry[], frame: Frame, context: Context): Strip[] {
  if (entries.length < FEWEST) return [];
  const heading = setLabelHeading(words.contents, frame, context);
  const toc = tagIn(frame.tag, "TOC");
  const nested = entries.some(({ depth }) => depth > 0);
  const lines = entries.flatMap((entry) => {
    const strips = setEntry(entry, { ...frame, tag: tagIn(toc, "TOCI") }, context);
    return spaced(strips, nested && entry.depth === 0 ? context.style.gap.chapter : 0);
  });
  return [...heading, ...spaced(lines, 6)];
}

/** A small grey heading of the writer's own. */
export function setLabelHeading(text: string, frame: Frame, context: Context): Strip[] {
  const tag = tagIn(frame.tag, "H2");
  const look = {
    ...frame,
    tag,
    type: context.style.type.section,
    color: context.style.color.grey,
    bold: true,
  };
  const strips = unowned(setText(plainText(text), look, context));
  return spaced(kept(strips), context.style.gap.heading + 4, 4);
}

function setEntry(entry: Entry, frame: Frame, context: Context): Strip[] {
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
  for (const strip of strips) strip.height += 2;
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

function unowned(strips: Strip[]): Strip[] {
  for (const box of strips.flatMap((strip) => strip.boxes))
    if (box.kind === "text") box.leaf = null;
  return strips;
}
