import fc from "fast-check";

/** How a post is written by hand: what a merge must leave as it is. */
interface Manner {
  eol: "\n" | "\r\n";
  indent: "" | "  " | "    " | "\t";
  /** Everything of a list on one line. */
  flat: boolean;
  /** Attributes of items and headings. */
  attributes: boolean;
  /** `<li>` without an end tag. */
  open: boolean;
  paragraphs: boolean;
  spaces: boolean;
  bom: boolean;
}

const manners: fc.Arbitrary<Manner> = fc.record({
  eol: fc.constantFrom("\n", "\n", "\r\n"),
  indent: fc.constantFrom("", "  ", "    ", "\t"),
  flat: fc.boolean(),
  attributes: fc.boolean(),
  open: fc.boolean(),
  paragraphs: fc.boolean(),
  spaces: fc.boolean(),
  bom: fc.boolean(),
});

const WORDS =
  "you write read plan ship review mentor code tests design systems quickly with care and others teams goals risk".split(
    " ",
  );
/** A word that ladders have. */
export const word = fc.constantFrom(...WORDS);
/** A few of them, with a full stop. */
export const sentence = fc
  .array(word, { minLength: 2, maxLength: 9 })
  .map((words) => `${words.join(" ")}.`);
/** Text as HTML has it: marks, links, references. */
const rich = fc.oneof(
  { weight: 5, arbitrary: sentence },
  { weight: 1, arbitrary: fc.tuple(word, sentence).map(([a, b]) => `<b>${a}</b>: ${b}`) },
  { weight: 1, arbitrary: fc.tuple(sentence, word).map(([a, b]) => `${a} <em>${b}</em>`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(word, word)
      .map(([a, b]) => `${a} &amp; ${b}&nbsp;x &lt;3 &mdash; it&#39;s`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(word, word)
      .map(([a, b]) => `see <a href="https://x.org/?a=1&amp;b=2">${a} ${b}</a> now`),
  },
);

interface PostSection {
  title: string;
  items: string[];
}

const sections: fc.Arbitrary<PostSection[]> = fc.uniqueArray(
  fc.record({
    title: fc.tuple(word, word).map((two) => two.join(" ")),
    items: fc.array(rich, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 3, selector: ({ title }) => title },
);
const levels = fc.array(
  fc.record({ title: fc.tuple(word, word).map((two) => two.join(" ")), sections }),
  {
    minLength: 1,
    maxLength: 3,
  },
);

/** Posts with a table of levels and prose around it, written in many manners. */
export const htmlPosts: fc.Arbitrary<string> = fc
  .record({
    manner: manners,
    levels,
    prose: fc.array(sentence, { maxLength: 3 }),
    list: fc.array(rich, { maxLength: 3 }),
    overview: fc.boolean(),
  })
  .map(({ manner, levels, prose, list, overview }) => {
    const { eol, indent, attributes } = manner;
    const at = (depth: number, text: string) => `${indent.repeat(depth)}${text}`;
    const named = attributes ? " class=\"x\" data-y='1'" : "";
    const item = (text: string) => {
      const inner = manner.spaces ? ` ${text}  ` : text;
      const held = manner.paragraphs ? `<p>${inner}</p>` : inner;
      return `<li${named}>${held}${manner.open && !manner.flat ? "" : "</li>"}`;
    };
    const section = ({ title, items }: PostSection) => [
      at(4, `<h4${named}>${title}</h4>`),
      ...(manner.flat
        ? [at(4, `<ul>${items.map(item).join("")}</ul>`)]
        : [at(4, "<ul>"), ...items.map((each) => at(5, item(each))), at(4, "</ul>")]),
    ];
    const rows = levels.flatMap((level, index) => [
      at(2, `<tr id="l${index}">`),
      at(3, "<td>"),
      at(4, "<h3>Level</h3>"),
      at(4, `<p>${index + 1}</p>`),
      at(4, "<h3>Title</h3>"),
      at(4, `<p${named}>${level.title}</p>`),
      at(3, "</td>"),
      at(3, "<td>"),
      ...level.sections.flatMap(section),
      at(3, "</td>"),
      at(2, "</tr>"),
    ]);
    const cells = levels.map(({ title }, index) =>
      at(2, `<td><a href="#l${index}">${title}</a></td>`),
    );
    const grades = levels.map((_, index) => at(2, `<th>Grade ${index + 2}</th>`));
    const grid = [
      "<table>",
      at(1, "<tr>"),
      at(2, "<th>Track</th>"),
      ...grades,
      at(1, "</tr>"),
      at(1, "<tr>"),
      at(2, "<td>One</td>"),
      ...cells,
      at(1, "</tr>"),
      "</table>",
      "",
    ];
    const lines = [
      "---",
      "title: A ladder",
      "---",
      "",
      ...(overview ? grid : []),
      "## Track one",
      "",
      "<table>",
      ...rows,
      "</table>",
      "",
      "<!-- a comment -->",
      ...prose.flatMap((each) => [each.replaceAll("<", "\\<"), ""]),
      ...list.map((each) => `* ${each}`),
      "",
    ];
    return (manner.bom ? "\ufeff" : "") + lines.join(eol);
  });
