import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import { diffShown, type ShownDifference } from "../../src/compose/shown/index.js";
import type { Block, Item, Ladder, Track } from "../../src/model/ladder.js";
import { tracksOf } from "../../src/model/walk.js";
import { readPost, readShownTexts } from "../../src/read/index.js";
import { renderAll } from "../helpers/render.js";
import { written } from "../write/pdf/made.js";
import { documentOf, list, paragraph, table } from "../write/pdf/sample.js";

const file = "2019-12-17-engineering-job-ladder.md";
const seed = readPost(readFileSync(`source/${file}`), { file }).value as Ladder;

const track = (ladder: Ladder, index: number) => tracksOf(ladder.content)[index] as Track;
const secondLevel = (ladder: Ladder) => track(ladder, 0).levels[1] as Track["levels"][number];
const section = (ladder: Ladder, index: number) =>
  secondLevel(ladder).sections[index] as Track["levels"][number]["sections"][number];
const itemsOf = (ladder: Ladder): Item[] =>
  (section(ladder, 1).blocks[0] as Block & { type: "list" }).items;
const value = (ladder: Ladder, role: string, text: string) =>
  Object.assign(secondLevel(ladder).attributes.find((each) => each.role === role) ?? {}, { text });

/** A difference without its place in the post, which a test of its own is about. */
type Told = Omit<ShownDifference, "place">;

/** What a page shows after a change to the words it is drawn from, against the ladder it carries. */
async function told(change: (ladder: Ladder) => void): Promise<Told[]> {
  const changed = structuredClone(seed);
  change(changed);
  const { pdf } = await renderAll(changed, ["pdf"]);
  const { value: shown } = await readShownTexts(pdf);
  return diffShown(shown ?? [], compose(seed)).map(({ place: _, ...rest }) => rest);
}

const FIRST = itemsOf(seed)[0]?.text ?? "";
const at = (path: string, page: number, found: string | null, expected: string | null) => [
  { path, page, found, expected, moved: false },
];

const changes: [string, (ladder: Ladder) => void, Told[]][] = [
  [
    "a word",
    (ladder) => Object.assign(itemsOf(ladder)[0] ?? {}, { text: FIRST.replace("the", "no") }),
    at("SE 2 › Domain Expertise › 1", 3, FIRST.replace("the", "no"), FIRST),
  ],
  [
    "a removed bullet",
    (ladder) => itemsOf(ladder).shift(),
    at("SE 2 › Domain Expertise › 1", 3, null, FIRST),
  ],
  [
    "an added bullet",
    (ladder) => itemsOf(ladder).splice(1, 0, { text: "You make the coffee." }),
    at("SE 2 › Domain Expertise › 1", 3, "You make the coffee.", null),
  ],
  [
    "a bullet that moved within its section",
    (ladder) => itemsOf(ladder).push(itemsOf(ladder).shift() as Item),
    [{ ...at("SE 2 › Domain Expertise › 1", 3, FIRST, FIRST)[0], moved: true } as Told],
  ],
  ["a level's label", (ladder) => value(ladder, "label", "9"), at("SE 2 › Level", 3, "9", "2")],
  [
    "a level's title",
    (ladder) => value(ladder, "title", "Chief"),
    at("SE 2 › Title", 3, "Chief", "Software Engineer"),
  ],
  [
    "a section's title",
    (ladder) => Object.assign(section(ladder, 1), { title: { text: "Cooking" } }),
    at("SE 2 › Domain Expertise", 3, "Cooking", "Domain Expertise"),
  ],
  [
    "the document's title",
    (ladder) => Object.assign(ladder, { title: "Ladder of Jobs" }),
    at("title", 1, "Ladder of Jobs", "Engineering Job Ladder"),
  ],
  [
    "the author",
    (ladder) => Object.assign(ladder, { author: "nobody" }),
    at(
      "author, date and source",
      1,
      "nobody · 17 December 2019 · from 2019-12-17-engineering-job-ladder.md, HASH",
      "yoni_baciu · 17 December 2019 · from 2019-12-17-engineering-job-ladder.md, HASH",
    ),
  ],
];

test.each(changes)(
  "%s is told with its place in the ladder and its page",
  async (_, change, all) => {
    const hash = seed.origin.sha256.slice(0, 12);
    expect(JSON.parse(JSON.stringify(await told(change)).replaceAll(hash, "HASH"))).toEqual(all);
  },
);

test("a cell of the overview is told by its row", async () => {
  const document = structuredClone(compose(seed));
  const grid = document.blocks.find((block) => block.type === "grid");
  grid?.rows[1]?.cells[1]?.blocks.splice(0, 1, paragraph("Astronaut"));
  const { value: shown } = await readShownTexts((await written(document)).value);
  const [first, ...more] = diffShown(shown ?? [], compose(seed));
  expect(more).toEqual([]);
  expect(first).toMatchObject({ path: expect.stringMatching(/^Overview › /), found: "Astronaut" });
});

test("every bullet of a level that is not there is told", async () => {
  const lost = await told((ladder) => track(ladder, 0).levels.splice(1, 1));
  const paths = lost.map(({ path }) => path);
  for (const index of itemsOf(seed).keys())
    expect(paths).toContain(`SE 2 › Domain Expertise › ${index + 1}`);
  expect(paths.filter((path) => /^(?:SE [14]|SRE)/.test(path))).toEqual([]);
});

const blocks = [
  paragraph("Before."),
  list("one", "two", "three"),
  table([["head"], ["first cell"]]),
  { type: "note" as const, id: "n", blocks: [paragraph("Text of the note.")] },
];
const changedBlocks: [string, typeof blocks, string, string | null, string | null][] = [
  [
    "a note",
    [...blocks.slice(0, 3), { ...blocks[3], blocks: [paragraph("Other text.")] } as never],
    "text › 3 › note n › 1",
    "Other text.",
    "Text of the note.",
  ],
  [
    "a cell",
    [...blocks.slice(0, 2), table([["head"], ["first ice"]]), ...blocks.slice(3)],
    "text › 2 › row 2 › cell 1",
    "first ice",
    "first cell",
  ],
  [
    "a sentence at the end",
    [...blocks, paragraph("After.")],
    "text › 3 › note n › 1",
    "After.",
    null,
  ],
  [
    "a sentence at the start",
    [paragraph("Lies."), ...blocks],
    "author, date and source",
    "Lies.",
    null,
  ],
  [
    "a last bullet",
    [paragraph("Before."), list("one", "two", "three", "four"), ...blocks.slice(2)],
    "text › 1 › 3",
    "four",
    null,
  ],
];

test.each(changedBlocks)(
  "%s outside of levels is told",
  async (_, drawn, path, found, expected) => {
    const { value: shown } = await readShownTexts((await written(documentOf(drawn))).value);
    const differences = diffShown(shown ?? [], documentOf(blocks));
    expect(differences).toEqual([{ path, page: 1, found, expected, moved: false }]);
  },
);

test("words in a contents list that are no heading's are told", async () => {
  const headings = ["A", "B", "C"].map((text) => ({ type: "heading" as const, depth: 2, text }));
  const { value: shown } = await readShownTexts((await written(documentOf(headings))).value);
  const contents = (shown ?? []).map((each) =>
    each.role === "contents" && each.text.startsWith("B") ? { ...each, text: "Best 1" } : each,
  );
  expect(diffShown(shown ?? [], documentOf(headings))).toEqual([]);
  expect(diffShown(contents, documentOf(headings))).toMatchObject([{ found: "Best 1" }]);
});

test("a line of the contents may go on over several pages", () => {
  const headings = ["A", "Be see dee", "E"].map((text) => ({
    type: "heading" as const,
    depth: 2,
    text,
  }));
  const lines = ["A1", "Be", "see", "dee2", "E2"].map((text, index) => ({
    text,
    page: index + 1,
    role: "contents" as const,
  }));
  const told = (texts: typeof lines) =>
    diffShown(texts, documentOf(headings)).flatMap(({ found }) => found ?? []);
  expect(told(lines)).toEqual([]);
  expect(told(lines.filter(({ text }) => text !== "see"))).toEqual(["Be", "dee2"]);
});

test("of another document only the first differences are told", () => {
  const shown = Array.from({ length: 5000 }, (_, index) => ({
    text: `stranger ${index}`,
    page: index,
    role: "text" as const,
  }));
  expect(diffShown(shown, compose(seed)).length).toBeLessThan(1000);
});
