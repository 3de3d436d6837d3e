import { describe, expect, it } from "vitest";
import { diffShown } from "../../../src/compose/shown/index.js";
import type { DocumentBlock } from "../../../src/document.js";
import { readShownTexts } from "../../../src/read/index.js";
import type { TextBox } from "../../../src/write/pdf/layout/box.js";
import { laidOut, written } from "./made.js";
import { documentOf, linked, paragraph } from "./sample.js";

const title = "The Ladder of Everybody";
const heading = { type: "heading" as const, depth: 1, text: title, anchors: ["top"] };
const chapters = ["One", "Two", "Three"].flatMap((text): DocumentBlock[] => [
  { type: "heading", depth: 2, text },
  paragraph("Words."),
]);
const made = (...blocks: DocumentBlock[]) => documentOf([...blocks, ...chapters], { title });
const titles = (document: ReturnType<typeof made>): TextBox[] =>
  laidOut(document)
    .pages.flatMap(({ boxes }) => boxes)
    .filter((box): box is TextBox => box.kind === "text" && box.text === title && box.tag !== null);

describe("a first heading that says the title", () => {
  const document = made(heading, linked("Up", "#top"));

  it("is the title: set once, and none of the contents", () => {
    const [box, ...more] = titles(document);
    expect(more).toEqual([]);
    expect(box).toMatchObject({ leaf: heading, tag: { type: "H1", owner: heading } });
    expect(laidOut(document).entries.map(({ text, depth }) => [text, depth])).toEqual([
      ["One", 0],
      ["Two", 0],
      ["Three", 0],
    ]);
  });

  it("is where links to it lead, lost nowhere, and no drift", async () => {
    const anchor = laidOut(document).pages[0]?.boxes.find(
      (box) => box.kind === "anchor" && box.name === "top",
    );
    expect(anchor?.y).toBeLessThan(titles(document)[0]?.y ?? 0);
    const { value, messages } = await written(document);
    expect(messages).toEqual([]);
    const { value: shown } = await readShownTexts(value);
    expect(shown?.filter(({ text }) => text.trim() === title).length).toBe(1);
    expect(diffShown(shown ?? [], document)).toEqual([]);
  });

  it("is told where a page says something else", async () => {
    const other = { ...document, meta: { ...document.meta, title: "Another" } };
    const { value: shown } = await readShownTexts((await written(other)).value);
    expect(diffShown(shown ?? [], document).map(({ found }) => found)).toContain("Another");
  });
});

it.each<[string, DocumentBlock[]]>([
  ["of other words", [{ ...heading, text: `${title}!` }]],
  ["of another depth", [{ ...heading, depth: 2 }]],
  ["below other words", [paragraph("Before."), heading]],
  [
    "with a picture",
    [
      {
        ...heading,
        spans: [
          { type: "text", text: title },
          { type: "image", src: "a.png", alt: "" },
        ],
      },
    ],
  ],
])("a heading %s stands where it is", (_, blocks) => {
  expect(laidOut(made(...blocks)).entries[0]?.text).toMatch(title);
});
