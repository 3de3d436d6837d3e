import { beforeAll, describe, expect, test } from "vitest";
import type { Document } from "../../../src/document.js";
import type { Edited } from "../../../src/read/docx/edited.js";
import { type DocxFile, openDocx } from "../../helpers/edit-docx.js";
import { editedOf, itemsOf, writtenDocx } from "../../helpers/edited.js";
import { documentOf } from "../../write/pdf/sample.js";

const item = (text: string) => ({ text });
const document: Document = documentOf([
  { type: "paragraph", text: "Intro" },
  {
    type: "part",
    title: { text: "Track" },
    anchors: [],
    standing: null,
    columns: [{ text: "Level" }, { text: "Expectations" }],
    hue: 0,
    intro: [],
    cards: ["1", "2"].map((label) => ({
      anchors: [`l${label}`],
      heading: label,
      facts: [
        { name: "Level", value: { text: label }, role: "label" },
        { name: "Years", value: { text: `${label} years` }, role: "other" },
      ],
      extras: [{ name: "Grade", value: `G${label}` }],
      summary: [],
      sections: [
        {
          title: { text: `Skills ${label}` },
          anchors: [],
          blocks: [
            {
              type: "list",
              ordered: false,
              items: ["one", "two words", "three"].map((text) => item(`${text} ${label}`)),
            },
          ],
          sections: [],
        },
      ],
    })),
  },
]);

let written: Uint8Array;
beforeAll(async () => {
  written = await writtenDocx(document);
});

const WHO = { author: "Ada", date: "2024-01-02T03:04:00Z" };
const BEFORE: ReturnType<typeof itemsOf> = [
  ["one 1", 1],
  ["two words 1", 2],
  ["three 1", 3],
  ["one 2", 4],
  ["two words 2", 5],
  ["three 2", 6],
];

interface Edit {
  edit: (file: DocxFile) => void;
  /** The items of the first section after it; those of the second, where they change. */
  items: ReturnType<typeof itemsOf>;
  others?: ReturnType<typeof itemsOf>;
  /** What is told of it where it is tracked: kinds and texts. */
  tracked: [kind: string, text: string][];
}

const EDITS: Record<string, Edit> = {
  "a word changed": {
    edit: (file) => file.change("two words 1", "words", "sentences"),
    items: [
      ["one 1", 1],
      ["two sentences 1", 2],
      ["three 1", 3],
    ],
    tracked: [
      ["deletion", "words"],
      ["insertion", "sentences"],
    ],
  },
  "a line replaced": {
    edit: (file) => file.change("two words 1", "two words 1", "another"),
    items: [
      ["one 1", 1],
      ["another", 2],
      ["three 1", 3],
    ],
    tracked: [
      ["deletion", "two words 1"],
      ["insertion", "another"],
    ],
  },
  "a bullet added": {
    edit: (file) => file.addAfter("one 1", "new"),
    items: [["one 1", 1], ["new"], ["two words 1", 2], ["three 1", 3]],
    tracked: [
      ["insertion", "¶"],
      ["insertion", "new"],
    ],
  },
  "a bullet deleted": {
    edit: (file) => file.delete("two words 1"),
    items: [
      ["one 1", 1],
      ["three 1", 3],
    ],
    tracked: [["deletion", "two words 1"]],
  },
  "two bullets deleted": {
    edit: (file) => {
      file.delete("one 1");
      file.delete("two words 1");
    },
    items: [["three 1", 3]],
    tracked: [
      ["deletion", "one 1"],
      ["deletion", "two words 1"],
    ],
  },
  "a bullet moved up": {
    edit: (file) => file.move("three 1", "one 1"),
    items: [
      ["one 1", 1],
      ["three 1", 3],
      ["two words 1", 2],
    ],
    tracked: [["move", "three 1"]],
  },
  "a bullet moved to another level": {
    edit: (file) => file.move("two words 1", "one 2"),
    items: [
      ["one 1", 1],
      ["three 1", 3],
    ],
    others: [
      ["one 2", 4],
      ["two words 1", 2],
      ["two words 2", 5],
      ["three 2", 6],
    ],
    tracked: [["move", "two words 1"]],
  },
  "a bullet split in Word": {
    edit: (file) => file.split("two words 1", "words 1"),
    items: [["one 1", 1], ["two", 2], ["words 1"], ["three 1", 3]],
    tracked: [["insertion", "¶"]],
  },
  "a bullet split in LibreOffice": {
    edit: (file) => file.split("two words 1", "words 1", "libreoffice"),
    items: [
      ["one 1", 1],
      ["two", 2],
      ["words 1", 2],
      ["three 1", 3],
    ],
    tracked: [["insertion", "¶"]],
  },
  "two bullets joined": {
    edit: (file) => file.join("two words 1"),
    items: [
      ["one 1", 1],
      ["two words 1three 1", 2, 3],
    ],
    tracked: [["deletion", "¶"]],
  },
};

const itemsNow = ({ items, others }: Edit) => [...items, ...(others ?? BEFORE.slice(3))];
const told = ({ tracked }: Edited) => tracked.map(({ kind, text }) => [kind, text]);

describe.each(Object.entries(EDITS))("%s", (_, each) => {
  test("is seen, and the other bullets keep their numbers", () => {
    const file = openDocx(written);
    each.edit(file);
    const edited = editedOf(file.save());
    expect(itemsOf(edited)).toEqual(itemsNow(each));
    expect(edited.tracked).toEqual([]);
    expect(edited.foreign).toEqual([]);
  });

  test("is seen where it is tracked, told, and undone where it is rejected", () => {
    const file = openDocx(written);
    file.tracking = WHO;
    each.edit(file);
    const accepted = editedOf(file.save());
    expect(itemsOf(accepted)).toEqual(itemsNow(each));
    expect(told(accepted)).toEqual(each.tracked);
    expect(accepted.tracked.map(({ author, date }) => ({ author, date }))).toEqual(
      each.tracked.map(() => WHO),
    );
    const rejected = editedOf(file.save(), "reject");
    expect(itemsOf(rejected)).toEqual(BEFORE);
    expect(rejected.document).toEqual(document);
    expect(told(rejected).map(([kind]) => kind)).toEqual(told(accepted).map(([kind]) => kind));
    expect([...accepted.foreign, ...rejected.foreign]).toEqual([]);
  });
});

const typed = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

test("a line typed between two levels belongs to the first, and both stay in their track", () => {
  const file = openDocx(written);
  file.$("w\\:tbl").first().after(typed("between"));
  const { document: shown, marks, foreign } = editedOf(file.save());
  const part = shown.blocks.find((block) => block.type === "part");
  expect(foreign).toEqual([]);
  expect(shown.blocks).toHaveLength(document.blocks.length);
  expect(part?.cards.map((card) => marks.get(card))).toEqual([[1], [2]]);
  expect(part?.cards[0]?.sections.at(-1)?.blocks.at(-1)).toEqual({
    type: "paragraph",
    text: "between",
  });
});

test("a line typed into the gap behind a track is a paragraph behind it", async () => {
  const after = documentOf([...document.blocks, { type: "paragraph", text: "After" }]);
  const file = openDocx(await writtenDocx(after));
  file.paragraph({ bookmark: "_rbe1" }).append("<w:r><w:t>typed</w:t></w:r>");
  const { document: shown, foreign } = editedOf(file.save());
  expect(foreign).toEqual([]);
  expect(shown.blocks.slice(2)).toEqual([
    { type: "paragraph", text: "typed" },
    { type: "paragraph", text: "After" },
  ]);
});
