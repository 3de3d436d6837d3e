import { describe, expect, it } from "vitest";
import { drawDocument } from "../../../src/write/pdf/draw/document.js";
import { makeFonts } from "../../../src/write/pdf/font/fonts.js";
import { contextOf } from "../../../src/write/pdf/index.js";
import type { Box } from "../../../src/write/pdf/layout/box.js";
import { layOut } from "../../../src/write/pdf/layout/document.js";
import { openLedger } from "../../../src/write/pdf/ledger.js";
import { withImages } from "./made.js";
import { documentOf, everyBlock, ladder, paragraph, wordsOf } from "./sample.js";

/** Draws a document after `change` had a go at its boxes; returns what the ledger says of it. */
async function lostAfter(document: ReturnType<typeof documentOf>, change: (boxes: Box[]) => void) {
  const resources = withImages({});
  const fonts = makeFonts(resources);
  const context = contextOf({ document, ladder, resources }, fonts);
  const layout = layOut(document, context);
  for (const page of layout.pages) change(page.boxes);
  const ledger = openLedger(document, context.notes);
  const hear = () => undefined;
  await drawDocument({
    layout,
    meta: document.meta,
    ladder,
    profile: resources.profile(),
    fonts,
    ledger,
    broken: hear,
    missing: hear,
  });
  return ledger.lost();
}

const owned = (box: Box) =>
  "leaf" in box && box.leaf !== null && box.kind === "text" && box.text.trim() !== "";

describe("the ledger of drawn words", () => {
  it("is even where all is drawn", async () => {
    expect(await lostAfter(documentOf(everyBlock()), () => undefined)).toEqual([]);
  });

  it("notices any one box that is not drawn", async () => {
    const document = documentOf(everyBlock());
    let count = 0;
    await lostAfter(document, (boxes) => {
      count += boxes.filter(owned).length;
    });
    expect(count).toBeGreaterThan(50);
    for (let gone = 0; gone < count; gone += 3) {
      let seen = 0;
      const lost = await lostAfter(document, (boxes) => {
        const index = boxes.findIndex((box) => owned(box) && seen++ === gone);
        if (index >= 0) boxes.splice(index, 1);
      });
      expect(lost.map(({ ruleId }) => ruleId)).toContain("lost-text");
    }
  }, 60_000);

  it("says where the lost words stand", async () => {
    const place = {
      start: { line: 7, column: 3, offset: 70 },
      end: { line: 7, column: 9, offset: 76 },
    };
    const document = documentOf([
      paragraph("kept"),
      { type: "paragraph", text: "lost words", place },
    ]);
    const [lost] = await lostAfter(document, (boxes) => {
      const index = boxes.findIndex((box) => box.kind === "text" && box.text.includes("lost"));
      if (index >= 0) boxes.splice(index, 1);
    });
    expect(lost).toMatchObject({ ruleId: "lost-text", fatal: true, line: 7, column: 3 });
  });

  it("notices words in another order", async () => {
    const lost = await lostAfter(documentOf([paragraph(wordsOf(120))]), (boxes) => {
      const lines = boxes.filter(owned);
      const [a, b] = [lines.at(-1), lines.at(-2)];
      if (a?.kind === "text" && b?.kind === "text") [a.text, b.text] = [b.text, a.text];
    });
    expect(lost).toHaveLength(1);
  });
});
