import type { Notes } from "../../../document.js";
import { plainText } from "../../../model/rich.js";
import { setPageHeading } from "./blocks.js";
import { owned } from "./card.js";
import type { Context, Frame } from "./context.js";
import type { Item, Strip } from "./flow.js";
import { headingTag, tagIn } from "./tag.js";

/** The distance of the lines. */
const LINE = 24;

/** Room for notes: a heading, and lines to write on, which are decoration. */
export function setNotes(notes: Notes, frame: Frame, context: Context): Item[] {
  const tag = tagIn(frame.tag, headingTag(2));
  const heading = setPageHeading(plainText(notes.title), 3, { ...frame, tag }, context);
  const { x, width } = frame;
  const { hairline } = context.style.color;
  const lines = Array.from({ length: notes.lines }, (_, index): Strip => {
    const rule = { kind: "rect" as const, x, y: LINE - 0.6, width, height: 0.6, color: hairline };
    return { kind: "strip", before: 0, height: LINE, boxes: [rule], keep: index < notes.lines - 1 };
  });
  return [...owned(heading, notes), ...lines];
}
