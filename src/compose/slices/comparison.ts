import type { Block, BlockOf, Cell, RichText, Row, Span } from "../../model/ladder.js";
import { richText, spansOf } from "../../model/rich.js";
import { type ComparedSection, comparedSections, type Pair } from "../compared.js";
import type { Setting } from "../handbook.js";
import { above, type Step } from "../step.js";
import { next } from "./next.js";
import { headingBlock, type Slice } from "./slice.js";

type Words = Setting["words"];

/** The level beside the next: what is new, what grows, what stays. */
export const comparison: Slice = (cut) => {
  const { step, ladder, setting, heading } = cut;
  const { words } = setting;
  const [after] = above(step);
  if (!after) return next(cut);
  const sections = comparedSections(step.level, after.level, ladder);
  const heads = [nameOf(step), nameOf(after)].map((text) =>
    cellOf([{ type: "paragraph", text }], HEAD),
  );
  const rows = sections.flatMap((section) => rowsOf(section, words));
  const table: BlockOf<"table"> = { type: "table", rows: [{ cells: heads }, ...rows] };
  const list = sections.flatMap((section) => listOf(section, words));
  return [headingBlock(heading ?? words.comparison), { type: "comparison", table, list }];
};

const HEAD = { header: true as const };

const nameOf = ({ label, title }: Step): string =>
  [label, title].filter((each) => each !== "").join(" – ");

/** A section: its title, a row for each pair, and in a last one what is on one side alone. */
function rowsOf({ title, pairs }: ComparedSection, words: Words): Row[] {
  const both = pairs.filter(({ before, after }) => before && after);
  const only = (side: "before" | "after") =>
    pairs.filter((pair) => !both.includes(pair) && pair[side]);
  const [gone, fresh] = [only("before"), only("after")];
  const rest: Row[] =
    gone.length + fresh.length === 0
      ? []
      : [
          {
            cells: [
              cellOf(bullets(gone.map(({ before }) => before))),
              cellOf(bullets(fresh.map((pair) => marked(pair, words)))),
            ],
          },
        ];
  return [
    ...(title.text === ""
      ? []
      : [{ cells: [cellOf([{ type: "paragraph", ...bare(title) }], { ...HEAD, colspan: 2 })] }]),
    ...both.map((pair) => ({
      cells: [cellOf(bullets([pair.before])), cellOf(bullets([marked(pair, words)]))],
    })),
    ...rest,
  ];
}

/** What the next level says, and behind it how that differs. */
const marked = ({ after, change }: Pair, words: Words): RichText =>
  richText([
    ...spansOf(after ?? { text: "" }),
    { type: "text", text: " " },
    { type: "text", text: words.changes[change].toUpperCase(), strong: true },
  ]);

function bullets(texts: readonly (RichText | null)[]): Block[] {
  const items = texts.flatMap((text) => (text ? [bare(text)] : []));
  return items.length > 0 ? [{ type: "list", ordered: false, items }] : [];
}

const bare = ({ text, spans }: RichText): RichText => (spans ? { text, spans } : { text });

const cellOf = (blocks: Block[], more: Partial<Cell> = {}): Cell => ({ ...more, blocks });

/** "**grows:** You know … → You know well …". */
function listOf({ title, pairs }: ComparedSection, words: Words): Block[] {
  const items = pairs.map(({ before, after, change }) => {
    const word: Span = { type: "text", text: `${words.changes[change]}:`, strong: true };
    const shown = change === "stays" ? [after] : [before, after].filter((each) => each !== null);
    const texts = shown.flatMap((each, index): Span[] => [
      { type: "text", text: index > 0 ? " → " : " " },
      ...spansOf(each ?? { text: "" }),
    ]);
    return richText([word, ...texts]);
  });
  const heading: Block[] = title.text === "" ? [] : [{ type: "heading", depth: 3, ...bare(title) }];
  return [...heading, { type: "list", ordered: false, items }];
}
