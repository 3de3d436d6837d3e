import type { Part } from "../../document.js";
import { headingStyle, STYLE } from "../../docx-names.js";
import { isEmpty } from "../../model/rich.js";
import { blocksXml } from "./blocks.js";
import { cardXml, columnsXml, line } from "./card.js";
import type { DocxContext, Flow } from "./context.js";
import { gap, richParagraph } from "./paragraph.js";

/** The level of Word's headings that parts have. */
const PART = 1;

/** A part: its heading, what it says of itself, its prose, its cards. */
export function partXml(part: Part, page: Flow, context: DocxContext, opensPage: boolean): string {
  const flow = { ...page, hue: part.hue };
  const bookmarks = [
    context.mark("part", part.hue),
    ...context.anchorNames(part.anchors),
    ...context.contents.bookmarks(part.title.text, PART),
  ];
  const heading = { style: headingStyle(PART), bookmarks, opensPage };
  // An empty heading is read out as one: a part without a title begins with an empty line.
  const title = isEmpty(part.title)
    ? gap(flow, context, bookmarks)
    : richParagraph(part.title, heading, flow, context);
  return (
    title +
    (part.standing === null ? "" : line(part.standing, STYLE.standing, flow, context)) +
    blocksXml(part.intro, flow, context) +
    (part.cards.length === 0 ? columnsXml(part.columns, flow, context) : "") +
    part.cards.map((card) => cardXml(card, part, flow, context)).join("")
  );
}

/** What ends a part that other content follows. */
export const partEnd = (flow: Flow, context: DocxContext): string =>
  gap(flow, context, [context.mark("end")]);
