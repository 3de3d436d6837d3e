import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, test } from "vitest";
import { tracksOf } from "../../src/model/walk.js";
import type { DocxFile } from "../helpers/edit-docx.js";
import {
  addSection,
  copyLevel,
  removeLevel,
  removeSection,
} from "../helpers/edit-docx-structure.js";
import {
  bookmark,
  changedLines,
  linesChanged,
  type Made,
  made,
  mergeBytes,
  mergeEdit,
  wordsToChange,
} from "./made.js";

const NAMES = ["labels", "titles", "two-tracks", "right-to-left"];
const posts: Record<string, Made> = {};

beforeAll(async () => {
  for (const name of NAMES) {
    const file = `headings-${name}.md`;
    posts[name] = await made(readFileSync(`tests/fixtures/${file}`, "utf8"), file);
  }
});

/** A word of each of some texts, and the line that it stands on. */
const wordsOf = (
  texts: readonly { text: string; place?: { start: { line: number } } | undefined }[],
): [number: number, word: string, line: number][] =>
  texts.map(({ text, place }, index) => [
    index + 1,
    text.match(/\p{L}{3,}/gu)?.at(-1) ?? text,
    place?.start.line ?? 0,
  ]);

const levelsOf = ({ ladder }: Made) => tracksOf(ladder.content).flatMap(({ levels }) => levels);

describe.each(NAMES)("law 4: one word of headings-%s.md, changed in Word, is one line", (name) => {
  const expectOne = (at: string, word: string, after: string, line: number): void => {
    const post = posts[name] as Made;
    const { text, changes } = mergeEdit(post, (docx) => docx.change({ bookmark: at }, word, after));
    expect(changes.map(({ kind, outcome }) => `${outcome} ${kind}`)).toEqual(["made reworded"]);
    expect([at, changedLines(post.text, text)]).toEqual([at, [line]]);
  };

  it("in each expectation", () => {
    const latin = name !== "right-to-left";
    const words = latin
      ? wordsToChange(posts[name] as Made)
      : wordsOf(levelsOf(posts[name] as Made).flatMap(itemsOf));
    expect(words.length).toBeGreaterThan(4);
    for (const [number, word, line] of words) expectOne(`_rbi${number}`, word, "anew", line);
  });

  it("in each section's title", () => {
    const sections = levelsOf(posts[name] as Made).flatMap(({ sections: all }) =>
      all
        .flatMap((each) => [each, ...(each.sections ?? [])])
        .map(({ title, place }) => ({ text: title.text, place })),
    );
    expect(sections.length).toBeGreaterThan(0);
    for (const [number, word, line] of wordsOf(sections))
      expectOne(`_rbs${number}`, word, "anew", line);
  });

  it("in each level's heading", () => {
    const facts = levelsOf(posts[name] as Made).flatMap(({ attributes }) => attributes);
    const words = wordsOf(facts).filter(([, word]) => !/^M\d$/.test(word));
    for (const [number, word, line] of words) {
      const after = name === "labels" || name === "right-to-left" ? "Warden" : "Architect";
      expectOne(`_rbf${number}`, word, after, line);
    }
  });
});

function itemsOf({ summary, sections }: ReturnType<typeof levelsOf>[number]) {
  const blocks = [...summary, ...sections.flatMap((section) => section.blocks)];
  return blocks.flatMap((block) => (block.type === "list" ? block.items : []));
}

/** What is done in Word to headings-labels.md, what is told of it, and the lines that are others. */
const EDITS: {
  name: string;
  edit: (docx: DocxFile) => unknown;
  told: string[];
  lines: string[];
}[] = [
  {
    name: "a level's title, in its heading; what links to it by its old one still does",
    edit: (docx) => docx.change("L2 · Keeper", "Keeper", "Warden"),
    told: ["made reworded LK L2 › Title"],
    lines: ["-## L2 – Keeper", '+## <a id="l2--keeper"></a>L2 – Warden'],
  },
  {
    name: "a level's label, in its heading",
    edit: (docx) => docx.change("L3 · Head Keeper / Harbour Master", "L3", "L4"),
    told: ["made reworded LK L3 › Title"],
    lines: ["-## L3 – Head Keeper / Harbour Master", "+## L4 – Head Keeper / Harbour Master"],
  },
  {
    name: "a heading that names no level any more is told, and not written",
    edit: (docx) => docx.change("L2 – Keeper", "L2", "All the"),
    told: ["unplaced reworded LK L2 › Title"],
    lines: [],
  },
  {
    name: "a bullet more, below another",
    edit: (docx) => docx.addAfter("You clean the lens & say when it was.", "You sleep by day."),
    told: ["made added LK L2 › The light › 3"],
    lines: ["+- You sleep by day."],
  },
  {
    name: "a bullet less",
    edit: (docx) => docx.delete("You clean the lens & say when it was."),
    told: ["made removed LK L2 › The light › 2"],
    lines: ["-- You clean the lens & say when it was."],
  },
  {
    name: "a bullet that goes to another level",
    edit: (docx) =>
      docx.move("You clean the lens & say when it was.", "You decide when a lamp is spent."),
    told: ["made moved LK L2 › The light › 2"],
    lines: [
      "-- You clean the lens & say when it was.",
      "-",
      "-### The coast",
      "-",
      "-- You row out in [fair weather](https://example.com/weather).",
      "-",
      "-| Wind | You |",
      "-| ---- | --- |",
      "-| 6    | go  |",
      "-| 8    | stay |",
      "-",
      "-## L3 – Head Keeper / Harbour Master",
      "-",
      "-> All of the above, and calmly.",
      "-",
      "-### The light",
      "-",
      "-- You decide when a lamp is spent.",
      "+",
      "+### The coast",
      "+",
      "+- You row out in [fair weather](https://example.com/weather).",
      "+",
      "+| Wind | You |",
      "+| ---- | --- |",
      "+| 6    | go  |",
      "+| 8    | stay |",
      "+",
      "+## L3 – Head Keeper / Harbour Master",
      "+",
      "+> All of the above, and calmly.",
      "+",
      "+### The light",
      "+",
      "+- You decide when a lamp is spent.",
      "+- You clean the lens & say when it was.",
    ],
  },
  {
    name: "a section more, before another",
    edit: (docx) => addSection(docx, { bookmark: "_rbs5" }, bookmark(5), "The boat", "You bail."),
    told: ["made added LK L2 › The boat"],
    lines: ["+### The boat", "+", "+- You bail.", "+"],
  },
  {
    name: "a section less",
    edit: (docx) => removeSection(docx, { bookmark: "_rbs2" }),
    told: ["made removed LK L1 › The light › In fog"],
    lines: ["-#### In fog", "-", "-- **Horn**: you sound it on time.", "-"],
  },
  {
    name: "a level less",
    edit: (docx) => removeLevel(docx, { bookmark: "_rbc3" }),
    told: ["made removed LK L3"],
    lines: [
      "-## L3 – Head Keeper / Harbour Master",
      "-",
      "-> All of the above, and calmly.",
      "-",
      "-### The light",
      "-",
      "-- You decide when a lamp is spent.",
      "-",
      "-### The coast",
      "-",
      "-- You teach others to row.",
      "-- [x] You have done it in a storm.",
      "-",
    ],
  },
];

test.each(EDITS)("in Word: $name", ({ edit, told, lines }) => {
  const post = posts.labels as Made;
  const { changes, text } = mergeEdit(post, edit);
  expect(changes.map(({ outcome, kind, path }) => `${outcome} ${kind} ${path}`)).toEqual(told);
  expect(linesChanged(post.text, text)).toEqual(lines);
});

test("in Word: a level more, copied from another, without its anchor", () => {
  const post = posts["two-tracks"] as Made;
  const { changes, text } = mergeEdit(post, (docx) =>
    copyLevel(docx, { bookmark: "_rbc2" }, { bookmark: "_rbf2" }, "B3: Staff Oven Engineer"),
  );
  expect(changes.map(({ outcome, kind }) => `${outcome} ${kind}`)).toEqual(["made added"]);
  expect(linesChanged(post.text, text)).toEqual([
    "+### B3: Staff Oven Engineer",
    "+",
    "+- You make the drawing.",
    "+",
    "+#### Craft",
    "+",
    "+- You mend an oven, or know who does.",
    "+",
  ]);
});

test("a level of a heading alone gets what is written below it", async () => {
  const post = await made("# T\n\n## L1 – Keeper\n\n## L2 – Warden\n\n# Rest\n", "x.md");
  const { text, changes } = mergeEdit(post, (docx) => {
    const table = docx.paragraph({ bookmark: "_rbf1" }).closest("w\\:tbl");
    const cell = docx.$(table).find("w\\:tc").last();
    cell.find("w\\:p").remove();
    cell.append("<w:p><w:r><w:t>You keep the light.</w:t></w:r></w:p>");
  });
  expect(changes.map(({ outcome, kind }) => `${outcome} ${kind}`)).toEqual(["made added"]);
  expect(linesChanged(post.text, text)).toEqual(["+You keep the light.", "+"]);
});

test("a file that was merged is merged no second time, also where a part of it had no place", () => {
  const post = posts.labels as Made;
  const { text, changes } = mergeEdit(post, (docx) => {
    docx.change("L2 – Keeper", "L2", "All the");
    docx.change("You decide when a lamp is spent.", "lamp", "wick");
  });
  expect(changes.map(({ outcome }) => outcome).sort()).toEqual(["made", "unplaced"]);
  const again = mergeEdit(
    post,
    (docx) => {
      docx.change("L2 – Keeper", "L2", "All the");
      docx.change("You decide when a lamp is spent.", "lamp", "wick");
    },
    { now: text ?? "" },
  );
  expect(again.changes.map(({ outcome }) => outcome).sort()).toEqual(["already", "unplaced"]);
  expect(again.text).toBe(text);
});

test.each(NAMES)("a file of headings-%s.md that nobody edited changes nothing", (name) => {
  const post = posts[name] as Made;
  expect(mergeBytes(post.docx, post)).toMatchObject({ changes: [], text: post.text });
});

test("a bullet that goes to where the same words stand is moved, whatever else has no place", async () => {
  const bullets = "- You row.\n- You row.\n- You swim.\n";
  const below = (a: string, b: string) =>
    `# T\n\n## L1\n\n### A\n\n${a}\n### B\n\n${b}\n## L2\n\n- You go.\n`;
  const post = await made(below(bullets, bullets), "x.md");
  const edit = (docx: DocxFile) =>
    docx.move(bookmark(1), bookmark(6)).change({ bookmark: "_rbf2" }, "L2", "Two");
  const { text, changes } = mergeEdit(post, edit);
  expect(changes.map(({ outcome, kind }) => `${outcome} ${kind}`).sort()).toEqual([
    "made moved",
    "unplaced reworded",
  ]);
  expect(text).toBe(below("- You row.\n- You swim.\n", `${bullets}- You row.\n`));
  expect(mergeEdit(post, edit, { now: text ?? "" }).text).toBe(text);
});
