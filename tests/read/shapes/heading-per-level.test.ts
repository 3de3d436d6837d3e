import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ladder } from "../../../src/model/ladder.js";
import { tracksOf } from "../../../src/model/walk.js";
import { read, readPost } from "../../../src/read/index.js";
import { FORMATS, type Format } from "../../../src/write/index.js";
import { headingPosts } from "../../helpers/heading-posts.js";
import { withoutPlaces } from "../../helpers/ladders.js";
import { renderAll } from "../../helpers/render.js";

const post = (text: string): Ladder =>
  readPost(new TextEncoder().encode(text), { file: "x.md" }).value as Ladder;

/** Each track's title, and what its levels are called. */
const tracks = (text: string): [string, string[]][] =>
  tracksOf(post(text).content).map(({ title, levels }) => [
    title.text,
    levels.map(({ label, titles }) => [label, ...titles].filter((each) => each).join("|")),
  ]);

const headings = (...all: string[]) => all.map((each) => `${each}\n\n- You do it.\n`).join("\n");

describe("headings that name the levels of a track", () => {
  test.each<[string[], string[]]>([
    [
      ["## L1 – Engineer", "## L2 – Senior Engineer"],
      ["L1|Engineer", "L2|Senior Engineer"],
    ],
    [
      ["## IC1", "## IC2", "## IC3"],
      ["IC1", "IC2", "IC3"],
    ],
    [
      ["## D1 - Developer 1", "## D2 - Developer 2"],
      ["D1|Developer 1", "D2|Developer 2"],
    ],
    [
      ["### Level 1", "### Level 2: Able"],
      ["Level 1", "Level 2|Able"],
    ],
    [
      ["## Grade II", "## Grade I"],
      ["Grade II", "Grade I"],
    ],
    [
      ["## IC3 Engineer", "## IC4 Senior Engineer"],
      ["IC3|Engineer", "IC4|Senior Engineer"],
    ],
    [
      ["# Engineer I", "# Engineer II"],
      ["Engineer I", "Engineer II"],
    ],
    [
      ["## Principal+ Engineer", "## Principal Engineer"],
      ["Principal+ Engineer", "Principal Engineer"],
    ],
    [
      ["## Senior software engineer", "## Sr. Staff Engineer"],
      ["Senior software engineer", "Sr. Staff Engineer"],
    ],
    [
      ["## Engineer (L3)", "## Senior Engineer (L4)"],
      ["Engineer (L3)", "Senior Engineer (L4)"],
    ],
    [
      ["## Engineering Manager", "## Director of Engineering", "## VP Engineering"],
      ["Engineering Manager", "Director of Engineering", "VP Engineering"],
    ],
    [
      ["## Engineer", "## Senior Engineer", "## Engineering Manager"],
      ["Engineer", "Senior Engineer", "Engineering Manager"],
    ],
    [
      ["## Engineer {#e}", "## Senior Engineer {#se}"],
      ["Engineer {#e}", "Senior Engineer {#se}"],
    ],
    [
      ["## <a id='x'></a>**L1** – Engineer", "## L2 – *Engineer*"],
      ["L1|Engineer", "L2|Engineer"],
    ],
    [
      ["## IC4 Senior Engineer", "## M4 Lead Engineer"],
      ["IC4|Senior Engineer", "M4|Lead Engineer"],
    ],
    [["## Director / VP", "## L9"], []],
  ])("%j", (lines, levels) => {
    expect(tracks(headings(...lines)).map(([, each]) => each)).toEqual(
      levels.length ? [levels] : [],
    );
  });
});

describe("headings that do not", () => {
  test.each([
    [["## Introduction", "## FAQs", "## Levels"]],
    [["## Creating", "## Executing", "## Supporting"]],
    [["## Craftsmanship (C4)", "## Impact (I5)", "## Behavior (B6)"]],
    [["## Promotion Process", "## Current list", "## Notes"]],
    [["## Contributors", "## Maintainers", "## Leaders"]],
    [["## Individual Contributors", "## Technical Leads"]],
    [["## Engineer"]],
    [["## L1", "## L1"]],
    [["## L1", "### L2"]],
    [["## L1", "## M2"]],
    [["## Q1", "## Q2", "## Q3"]],
    [["## H1", "## H2"]],
    [["## M1: Prototype", "## M2: Launch"]],
    [["## Product Manager", "## Engineering Manager"]],
    [["## Software Engineer (SWE)", "## Quality Engineer (QE)"]],
    [["## Engineer", "## Manager", "## Designer"]],
    [["## How to become a Senior Engineer", "## What an Engineer does"]],
    [["## From Engineer to Manager", "## From Manager to Director"]],
    [["## Junior", "## Senior"]],
    [["## The Engineer", "## The Senior Engineer"]],
    [["## Engineer Levels", "## Senior Engineer Levels"]],
    [["## Ｌ１", "## Ｌ２"]],
    [["## L\u200b1", "## L\u200b2"]],
    [["## 🏗️ Creating", "## ⏲️ Executing"]],
    [[`## L1 ${"x".repeat(200)}`, `## L2 ${"x".repeat(200)}`]],
  ])("%j", (lines) => {
    expect(tracks(headings(...lines))).toEqual([]);
  });
});

describe("where a track begins and ends", () => {
  test("the heading before it names it, and prose between is its own", () => {
    const text = headings("# Doc", "## Track", "### L1", "#### Craft", "### L2", "## Rest");
    const [heading, item, track, rest] = post(text).content;
    expect([heading?.type, item?.type, rest?.type]).toEqual(["heading", "list", "heading"]);
    expect(track).toMatchObject({
      type: "track",
      title: { text: "Track" },
      intro: [{ type: "list" }],
      levels: [
        { label: "L1", summary: [{ type: "list" }], sections: [{ title: { text: "Craft" } }] },
        { label: "L2", sections: [] },
      ],
    });
  });

  test("without a heading before it, it has no title, and the post has its slug's", () => {
    const text = headings("# L1", "# L2");
    expect(tracks(text)).toEqual([["", ["L1", "L2"]]]);
    expect(post(text).title).toBe("x");
  });

  test("the post's only title is the track's too", () => {
    expect(post(headings("# Keepers", "## L1", "## L2", "# More")).title).toBe("Keepers");
  });

  test("a heading less deep ends it; nothing in a level has to be a level", () => {
    expect(tracks(headings("## L1", "### M1", "### M2", "## L2", "# L3", "## L4"))).toEqual([
      ["", ["L1", "L2"]],
    ]);
  });

  test("two tracks, one after the other", () => {
    expect(tracks(headings("# A", "## IC1", "## IC2", "# B", "## M1", "## M2"))).toEqual([
      ["A", ["IC1", "IC2"]],
      ["B", ["M1", "M2"]],
    ]);
  });

  test("headings of one depth, between which a heading stands that names no level, are none", () => {
    expect(tracks(headings("## L1", "## L2", "## How to rise", "## L3", "## L4"))).toEqual([]);
    expect(tracks(headings("## L1", "## L2", "## How to rise", "## L3"))).toEqual([]);
    expect(tracks(headings("## IC1", "## IC2", "## Managers", "## M1", "## M2"))).toHaveLength(2);
  });

  test("the same levels below each of several skills are no tracks; below tracks they are", () => {
    const below = (...over: string[]) =>
      tracks(headings(...over.flatMap((each) => [each, "### L1", "### L2"])));
    expect(below("## Communication", "## Craft")).toEqual([]);
    expect(below("## Engineers' track", "## Designers' track")).toHaveLength(2);
  });

  test("an overview above the levels is no prose of theirs; a list of levels is", () => {
    const over = "# A\n\n| Track | I | II |\n| - | - | - |\n| A | [L1](#l1) | [L2](#l2) |\n\n";
    const grid = post(over + headings("## L1", "## L2"));
    expect(grid.content.map(({ type }) => type)).toEqual(["heading", "overview", "track"]);
    expect(tracksOf(grid.content)[0]?.levels[1]).toMatchObject({ anchor: "l2", grades: ["II"] });
    const list =
      "# A\n\n| Level | Senior |\n| - | - |\n| [L1](#l1) | no |\n| [L2](#l2) | yes |\n\n";
    const track = post(list + headings("## L1", "## L2")).content;
    expect(track).toMatchObject([{ type: "track", intro: [{ type: "table" }] }]);
    expect(tracksOf(track)[0]?.levels[1]?.grades).toEqual([]);
  });

  test("a link to what a heading of a level, or one below it, is called leads there", () => {
    const text = `See [one](#l1) and [craft](#craft).\n\n${headings("## L1", "### Craft", "## L2")}`;
    const [, track] = post(text).content;
    expect(track).toMatchObject({
      levels: [{ anchor: "l1", sections: [{ anchors: ["craft"] }] }, { anchor: null }],
    });
  });
});

test("a table with a row per level stays what it is, also beside headings", () => {
  const row = (level: number) =>
    `<tr><td><h3>Title</h3><p>L${level} - Able</p></td><td><h4>Craft</h4></td></tr>`;
  const text = `## T\n\n<table>${row(1)}${row(2)}</table>\n\n${headings("## U", "### L1", "### L2")}`;
  expect(tracks(text)).toEqual([
    ["T", ["L1|Able", "L2|Able"]],
    ["U", ["L1", "L2"]],
  ]);
});

const FIXTURES = ["labels", "titles", "two-tracks", "right-to-left"];

async function readBack(ladder: Ladder, format: Format): Promise<void> {
  const bytes = (await renderAll(ladder, [format]))[format];
  const { value } = await read(bytes, { file: `ladder.${format}` });
  expect(withoutPlaces(value)).toEqual(withoutPlaces(ladder));
}

describe.each(FIXTURES)("law 2: headings-%s.md", (name) => {
  const file = `headings-${name}.md`;
  const { value, messages } = readPost(readFileSync(`tests/fixtures/${file}`), { file });
  test("is a ladder with tracks, and nothing is wrong with it", () => {
    expect(messages.map(String)).toEqual([]);
    expect(tracksOf((value as Ladder).content).length).toBe(name === "two-tracks" ? 2 : 1);
  });
  test.each(FORMATS)("read from its %s is itself", (format) => readBack(value as Ladder, format));
});

/** Examples a run; PDF takes longest. */
const RUNS: Record<Format, number> = { json: 60, md: 60, docx: 40, pdf: 8 };
const LONG = process.env.RUNGBOOK_LONG ? 20 : 1;

test.each(FORMATS)("law 2: any post of headings read from its %s is that post", async (format) => {
  await fc.assert(
    fc.asyncProperty(headingPosts, async (text) => {
      const ladder = post(text);
      expect(tracksOf(ladder.content).length).toBeGreaterThan(0);
      await readBack(ladder, format);
    }),
    { numRuns: RUNS[format] * LONG },
  );
});

/** Many headings, of all depths and kinds: how long they take must grow as they do. */
const hostile: [string, (count: number) => string[]][] = [
  ["the same level", (count) => Array(count).fill("## L1")],
  ["levels that count up", (count) => Array.from({ length: count }, (_, at) => `## L${at % 99}`)],
  [
    "each deeper than the one before",
    (count) => Array.from({ length: count }, (_, at) => `${"#".repeat(1 + (at % 6))} L${at % 7}`),
  ],
  [
    "pairs below skills",
    (count) => Array.from({ length: count }, (_, at) => (at % 3 ? `## L${at % 3}` : "# Craft")),
  ],
  [
    "pairs below tracks",
    (count) => Array.from({ length: count }, (_, at) => (at % 3 ? `## L${at % 3}` : "# A track")),
  ],
  [
    "titles",
    (count) =>
      Array.from({ length: count }, (_, at) => `# Engineer ${at % 99} ${"Cloud ".repeat(at % 5)}`),
  ],
];

test.each(hostile)(
  "%s, ten times as many, takes no more than some ten times as long",
  (_, make) => {
    const time = (count: number) => {
      const text = make(count).join("\n\n");
      const start = performance.now();
      expect(post(text)).not.toBeNull();
      return performance.now() - start;
    };
    time(500);
    expect(time(10_000)).toBeLessThan(40 * Math.max(time(1000), 20));
  },
);
