import type { Meta } from "../../../document.js";
import { dateText, shortHash } from "../../../pdf-words.js";
import { fillSlots, SLOTS, type Slot } from "../../../theme/slots.js";
import type { Style } from "../style/style.js";
import { atomsOf } from "../text/atoms.js";
import { directionOf, isolated } from "../text/bidi.js";
import { fillLines } from "../text/lines.js";
import type { Piece } from "../text/pieces.js";
import { setLine } from "../text/setLine.js";
import type { Box, Page } from "./box.js";
import type { Context } from "./context.js";

/** The least space between what stands at the left of a line and at its right. */
const GAP = 16;

/** Heads and feet of pages: decoration, none of it is the document's. The first has no head. */
export function furnish(pages: readonly Page[], meta: Meta, context: Context): void {
  const { head, foot } = wordsOf(meta, context);
  pages.forEach((page, index) => {
    const values = valuesOf(meta, page, index + 1, pages.length);
    for (const slot of SLOTS) values[slot] = isolated(values[slot], context.direction);
    if (index > 0) page.boxes.push(...line(head, values, context));
    page.boxes.push(...line(foot, values, context));
  });
}

/** As the theme has them; a packet has words of its own, which are no patterns. */
function wordsOf({ packet }: Meta, { style, words }: Context) {
  const { head, foot } = style.furniture;
  if (!packet) return { head, foot };
  const { left, right } = packet.header;
  return {
    head: { ...head, left: { text: left }, right: { text: right } },
    foot: { ...foot, left: { text: packet.footer }, right: `{page} ${words.outOf} {pages}` },
  };
}

/** A pattern with slots, or text as it is. */
type Words = string | { text: string };

function valuesOf(meta: Meta, page: Page, number: number, pages: number): Record<Slot, string> {
  const { title, date, language, origin } = meta;
  return {
    title,
    track: page.running ?? "",
    date: date === null ? "" : dateText(date, language),
    hash: shortHash(origin.sha256),
    page: String(number),
    pages: String(pages),
    file: origin.file,
  };
}

function line(
  {
    left,
    right,
    baseline,
    rule,
  }: Pick<Style["furniture"]["head"], "baseline" | "rule"> & { left: Words; right: Words },
  values: Record<Slot, string>,
  context: Context,
): Box[] {
  const { body, color } = context.style;
  const rtl = context.direction === "rtl";
  const filled = (text: Words) =>
    (typeof text === "string" ? fillSlots(text, values) : text.text).slice(0, MOST_LETTERS);
  const [start, end] = [filled(left), filled(right)];
  const rooms = roomsOf(start, end, context);
  const hair = { x: body.x, width: body.width, height: 0.6, color: color.hairline };
  return [
    ...set(start, { baseline, room: rooms.start, align: rtl ? "right" : "left" }, context),
    ...(rule === null ? [] : [{ kind: "rect" as const, ...hair, y: rule }]),
    ...set(end, { baseline, room: rooms.end, align: rtl ? "left" : "right" }, context),
  ];
}

/** More letters than the widest page has room for: a longer text is not measured anew for each page. */
const MOST_LETTERS = 2500;

/** A text takes what the other leaves; where both are long, each has half. */
function roomsOf(start: string, end: string, { style, fonts }: Context) {
  const { size } = style.furniture.type;
  const [a, b] = [start, end].map((text) => fonts.width("sans", size, text) + 1) as [
    number,
    number,
  ];
  const room = style.body.width - GAP;
  const half = room / 2;
  return { start: Math.max(half, room - b), end: Math.max(half, room - a) };
}

interface Place {
  baseline: number;
  room: number;
  align: "left" | "right";
}

/** One line: what has no room is cut, with an ellipsis for it. */
function set(text: string, { baseline, room, align }: Place, context: Context): Box[] {
  const { style, fonts } = context;
  const { size } = style.furniture.type;
  const { x, width } = style.body;
  const piece = (words: string): Piece => ({
    text: words,
    face: "sans",
    size,
    color: style.color.grey,
    tag: null,
    leaf: null,
  });
  // "page 1 of 2" and "1 / 2" read from the left on a page from the right, too.
  const base = directionOf(text, "ltr");
  const linesIn = (words: string, within: number) =>
    fillLines(atomsOf([piece(words)], base, fonts), within, fonts);
  const lines = linesIn(text, room);
  const [first = []] = lines.length > 1 ? linesIn(text, room - size) : lines;
  const words = first.map((atom) => atom.text).join("");
  const [whole] = lines.length > 1 ? linesIn(`${words.trimEnd()}…`, room) : lines;
  const place = {
    x: align === "left" ? x : x + width - room,
    width: room,
    baseline,
    align,
    last: true,
  };
  return whole ? setLine(whole, place, fonts) : [];
}
