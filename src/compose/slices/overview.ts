import type { Grid } from "../../document.js";
import type { Block, Cell, RichText, Span } from "../../model/ladder.js";
import { linkedAnchors } from "../../model/overview.js";
import { linesOf, richText, spansOf } from "../../model/rich.js";
import { gridOf, type Setting } from "../handbook.js";
import { above, type Step, upwardsOn } from "../step.js";
import { headingBlock, paragraphBlock, type Slice } from "./slice.js";

/** The overview: the offered level stands out, its track is the one in colour, and the path is told in words. */
export const overview: Slice = ({ step, setting, heading }) => {
  const head = headingBlock(heading ?? setting.words.whereYouStand);
  if (!setting.overview) return [head, pathBlock(step, setting)];
  const grid = gridOf(setting.overview, [...setting.hues.keys()]);
  return [head, markedGrid(grid, step, setting), pathBlock(step, setting)];
};

function markedGrid(grid: Grid, step: Step, setting: Setting): Grid {
  const { words } = setting;
  const [next] = above(step);
  const own = setting.hues.get(step.track) ?? 0;
  const marked: NonNullable<Grid["marked"]> = [];
  const rows = grid.rows.map(({ cells }, row) => ({
    cells: cells.map((cell, at) => {
      const anchors = linkedAnchors(cell);
      if (isOffered(cell, anchors, step)) {
        marked.push({ row, cell: at });
        return noted(cell, words.here);
      }
      const isNext = next?.level.anchors?.some((each) => anchors.includes(each));
      return unlinked(isNext ? noted(cell, words.next) : cell);
    }),
  }));
  return { ...grid, rows, marked, hues: grid.hues.map((hue) => (hue === own ? hue : null)) };
}

/** The cells of the level; where a title was chosen that one of them shows, that alone. */
function isOffered(cell: Cell, anchors: readonly string[], { level, title }: Step): boolean {
  if (!level.anchors?.some((each) => anchors.includes(each))) return false;
  return level.titles.length < 2 || !level.titles.includes(title) || textOf(cell).includes(title);
}

const textOf = ({ blocks }: Cell): string =>
  blocks.map((block) => ("text" in block ? block.text : "")).join("\n");

/** Says behind the label of a cell what it is: "2 – your level". */
function noted(cell: Cell, note: string): Cell {
  const [first, ...rest] = cell.blocks;
  if (first?.type !== "paragraph") return cell;
  const [label, ...more] = linesOf(first);
  const spans: Span[] = [{ type: "text", text: ` – ${note}` }];
  const lines: RichText[] =
    label && more.length > 0
      ? [richText([...spansOf(label), ...spans]), ...more]
      : [{ text: note }, first];
  const joined = lines.flatMap((line, index): Span[] => [
    ...(index > 0 ? [{ type: "break" as const }] : []),
    ...spansOf(line),
  ]);
  return { ...cell, blocks: [{ ...first, spans: undefined, ...richText(joined) }, ...rest] };
}

/** A packet holds but a few of the levels: a link to another leads nowhere. */
const unlinked = (cell: Cell): Cell => ({
  ...cell,
  blocks: cell.blocks.map((block): Block => {
    if (block.type !== "paragraph" || !block.spans) return block;
    const { spans, text: _, ...rest } = block;
    const plain = spans.map((span) => {
      if (span.type !== "text") return span;
      const { href: __, ...marks } = span;
      return marks;
    });
    return { ...rest, ...richText(plain) };
  }),
});

/** "Your path: Software Engineer I → **Software Engineer II** → …". */
function pathBlock(step: Step, { words, overview }: Setting): Block {
  const titles = upwardsOn(step.track, overview?.scale?.grades ?? []).map((level) => ({
    here: level === step.level,
    text: level === step.level ? step.title : level.titles.join(" / ") || (level.label ?? ""),
  }));
  const told = titles.filter(({ text }) => text !== "");
  if (told.length === 0) return paragraphBlock(`${words.path}: ${step.label}`);
  const spans = told.flatMap(({ here, text }, index): Span[] => [
    { type: "text", text: index > 0 ? " → " : `${words.path}: ` },
    { type: "text", text, ...(here && { strong: true as const }) },
  ]);
  return { type: "paragraph", ...richText(spans) };
}
