import fc from "fast-check";
import { sentence, word } from "./posts.js";

/** How a post of headings is written by hand: what a merge must leave as it is. */
interface Manner {
  eol: "\n" | "\r\n";
  /** The depth of the levels' headings. */
  depth: 1 | 2 | 3;
  marker: "-" | "*";
  /** A blank line between items. */
  loose: boolean;
  /** "## L1 ##". */
  closed: boolean;
  ids: boolean;
  bom: boolean;
}

const manners: fc.Arbitrary<Manner> = fc.record({
  eol: fc.constantFrom("\n", "\n", "\r\n"),
  depth: fc.constantFrom(1, 2, 2, 3),
  marker: fc.constantFrom("-", "*"),
  loose: fc.boolean(),
  closed: fc.boolean(),
  ids: fc.boolean(),
  bom: fc.boolean(),
});

const rich = fc.oneof(
  { weight: 5, arbitrary: sentence },
  { weight: 1, arbitrary: fc.tuple(word, sentence).map(([a, b]) => `**${a}**: ${b}`) },
  { weight: 1, arbitrary: fc.tuple(sentence, word).map(([a, b]) => `${a} *${b}* &amp; more`) },
  { weight: 1, arbitrary: word.map((each) => `see [${each}](https://x.org/?a=1&b=2) now`) },
);

interface Part {
  title: string;
  items: string[];
  below: Part[];
}

const partOf = (below: fc.Arbitrary<Part[]>): fc.Arbitrary<Part> =>
  fc.record({
    title: fc.tuple(word, word).map((two) => two.join(" ")),
    items: fc.array(rich, { minLength: 1, maxLength: 3 }),
    below,
  });
const part = partOf(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Part[]>([]) },
    { weight: 1, arbitrary: fc.array(partOf(fc.constant<Part[]>([])), { maxLength: 2 }) },
  ),
);

/** What the levels of a track are called, the lowest first. */
const NAMES = [
  ["L1 – Engineer", "L2 – Senior Engineer", "L3 – Staff Engineer"],
  ["IC3", "IC4", "IC5"],
  ["M1: Team Lead", "M2: Manager", "M3: Director"],
  ["Designer I", "Designer II", "Senior Designer"],
  ["Level 1", "Level 2", "Level 3"],
];

const track = fc.record({
  names: fc.constantFrom(...NAMES),
  levels: fc.array(
    fc.record({
      prose: fc.array(rich, { maxLength: 1 }),
      items: fc.array(rich, { maxLength: 3 }),
      parts: fc.array(part, { maxLength: 2 }),
    }),
    { minLength: 2, maxLength: 3 },
  ),
  intro: fc.array(sentence, { maxLength: 2 }),
});

/** Posts with a heading per level, one track or two, prose around them, in many manners. */
export const headingPosts: fc.Arbitrary<string> = fc
  .record({
    manner: manners,
    tracks: fc.uniqueArray(track, { minLength: 1, maxLength: 2, selector: ({ names }) => names }),
    rest: fc.array(sentence, { maxLength: 2 }),
  })
  .map(({ manner, tracks, rest }) => {
    const { eol, depth, marker, loose, bom } = manner;
    const heading = (at: number, text: string, id = "") => [
      `${"#".repeat(at)} ${id}${text}${manner.closed ? ` ${"#".repeat(at)}` : ""}`,
      "",
    ];
    const paragraphs = (all: readonly string[]) => all.flatMap((each) => [each, ""]);
    const list = (items: readonly string[]) =>
      items.length === 0
        ? []
        : [...items.flatMap((item) => [`${marker} ${item}`, ...(loose ? [""] : [])]), ""];
    const parts = (all: readonly Part[], at: number): string[] =>
      all.flatMap(({ title, items, below }) => [
        ...heading(at, title),
        ...list(items),
        ...parts(below, at + 1),
      ]);
    const lines = tracks.flatMap(({ names, levels, intro }, index) => [
      // At the first depth, what names a track is a heading like those of its levels.
      ...heading(Math.max(depth - 1, 1), `Track ${index === 0 ? "one" : "two"}`),
      ...paragraphs(intro),
      ...levels.flatMap(({ prose, items, parts: all }, at) => [
        ...heading(depth, names[at] ?? "", manner.ids ? `<a id="t${index}l${at}"></a>` : ""),
        ...paragraphs(prose),
        ...list(items),
        ...parts(all, depth + 1),
      ]),
    ]);
    const end = rest.length > 0 ? [...heading(1, "What else"), ...paragraphs(rest)] : [];
    const post = ["---", "title: A ladder", "---", "", ...lines, ...end];
    return (bom ? "\ufeff" : "") + post.join(eol);
  });
