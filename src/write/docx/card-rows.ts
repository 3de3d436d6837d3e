import { cellXml, innerFlow } from "./box.js";
import type { DocxContext, Flow } from "./context.js";
import { heightOf } from "./pages.js";
import { gap } from "./paragraph.js";
import { wrap } from "./xml.js";

/** A row that is not to be split is at most so high: a part of the page. */
const MAX_WHOLE = 1 / 3;

/** The widths of the two columns, in twentieths of a point. */
type Widths = readonly [number, number];

/** How rows are made. */
interface Rows {
  widths: Widths;
  /** The parts with which a long body begins, behind each of which a row may end. */
  partsOf(body: string): readonly string[];
  /** A further property of each row: a tracked change; else empty. */
  mark(): string;
}

/**
 * Facts beside bodies: those of sections, the first with the summary. A page ends between rows:
 * sections, each beside an empty cell, since merged cells are a trap for those who hear the table. Only
 * within a long section may it end anywhere, but between its heading and its first item, which are a
 * row of their own.
 */
export function rowsBeside(
  facts: string,
  bodies: readonly string[],
  { widths, partsOf, mark }: Rows,
  flow: Flow,
  context: DocxContext,
): string {
  const room: Room = {
    width: innerFlow(flow, widths[1]).width,
    facts: heightOf(facts, innerFlow(flow, widths[0]).width),
    whole: context.page.textHeight * MAX_WHOLE,
  };
  const [first, rest] = besideFacts(bodies[0] ?? "", bodies.slice(1), room);
  const [begin = "", ...more] = [
    ...rowsOf(first, room, partsOf),
    ...rest.flatMap((each) => rowsOf(each, { ...room, facts: 0 }, partsOf)),
  ];
  const row = (beside: string, body: string): string => {
    const whole = heightOf(body, room.width) <= room.whole ? "<w:cantSplit/>" : "";
    return rowOf(beside, body, widths, flow, context, whole + mark());
  };
  return row(facts, begin) + more.map((body) => row("", body)).join("");
}

/** A row of two cells; an empty one holds an empty line. */
export function rowOf(
  left: string,
  right: string,
  widths: Widths,
  flow: Flow,
  context: DocxContext,
  properties = "",
): string {
  const cells = [left, right].map((content, at) => {
    const width = widths[at] ?? 0;
    return cellXml(width, content || gap(innerFlow(flow, width), context));
  });
  return `<w:tr>${wrap("w:trPr", properties)}${cells.join("")}</w:tr>`;
}

/** Widths and heights, in twentieths of a point. */
interface Room {
  /** The width of the body. */
  width: number;
  /** The height of the facts beside it. */
  facts: number;
  /** Up to which height a row is not split. */
  whole: number;
}

/** Sections move up into the first row until it is as high as facts are, lest they leave a hole. */
function besideFacts(
  first: string,
  rest: readonly string[],
  room: Room,
): [string, readonly string[]] {
  const [next, ...others] = rest;
  if (next === undefined || heightOf(first, room.width) >= room.facts) return [first, rest];
  return besideFacts(first + next, others, room);
}

/** A long section as rows: its heading with its first item and as much as facts are high, and the rest. */
function rowsOf(body: string, { width, facts, whole }: Room, partsOf: Rows["partsOf"]): string[] {
  if (heightOf(body, width) <= whole) return [body];
  let begin = "";
  for (const [index, each] of partsOf(body).entries()) {
    if (index > 1 && heightOf(begin, width) >= facts) break;
    begin += each;
  }
  const rest = body.slice(begin.length);
  return begin === "" || rest === "" ? [body] : [begin, rest];
}
