import type { BlockOf } from "../../../model/ladder.js";
import { atomsOf } from "../text/atoms.js";
import { fillLines } from "../text/lines.js";
import type { Piece } from "../text/pieces.js";
import { setLine } from "../text/setLine.js";
import type { Box } from "./box.js";
import type { Context, Frame } from "./context.js";
import { type FlowCell, flowOf, type Row, type Strip } from "./flow.js";
import { baselineOf, held } from "./paragraph.js";
import { tagIn } from "./tag.js";

/** Code as written: its spaces kept, lines too long go on in the next. */
export function setCode(block: BlockOf<"code">, frame: Frame, context: Context): Row[] {
  const { padding } = context.style.code;
  const type =
    frame.type.size < context.style.type.code.size ? frame.type : context.style.type.code;
  const tag = tagIn(tagIn(frame.tag, "P"), "Code");
  const inner: Frame = {
    ...frame,
    x: frame.x + padding,
    width: frame.width - 2 * padding,
    type,
    tag,
  };
  const lines = block.text
    .split(/\r\n|[\r\n]/)
    .flatMap((line, index, all) =>
      codeLines(line, index === all.length - 1, block, inner, context),
    );
  const { x, width } = frame;
  const color = context.style.color.surface;
  const decorate = (y: number, height: number): Box[] => [
    { kind: "rect", x, y, width, height, color },
  ];
  const cell: FlowCell = { x, width, flow: flowOf(held(lines)), ends: true, decorate };
  // A row's padding stands at each end of each page's part of it.
  const around = { top: padding, bottom: padding };
  return [{ kind: "row", before: context.style.gap.paragraph, cells: [cell], padding: around }];
}

function codeLines(
  line: string,
  last: boolean,
  leaf: object,
  frame: Frame,
  context: Context,
): Strip[] {
  const { type, tag, color } = frame;
  // No-break spaces keep their room: a space of code is never swallowed, and copies as a space.
  const kept = line
    .replace(/\t/g, "    ")
    .replace(/^ +| {2,}/g, (run) => "\u00a0".repeat(run.length));
  // The end of a line parts words too, for who listens.
  const text = last || line === "" ? kept : `${kept} `;
  const piece: Piece = { text, face: "mono", size: type.size, color, tag, leaf };
  const lines = fillLines(atomsOf([piece], "ltr", context.fonts), frame.width, context.fonts);
  const place = {
    x: frame.x,
    width: frame.width,
    baseline: baselineOf(type),
    align: "left" as const,
  };
  return (lines.length > 0 ? lines : [[]]).map((each, index) => ({
    kind: "strip",
    before: 0,
    height: type.leading,
    boxes: setLine(each, { ...place, last: last && index === lines.length - 1 }, context.fonts),
  }));
}
