import { describe, expect, it } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import type { Document } from "../../src/document.js";
import type { Theme } from "../../src/theme/theme.js";
import { makeFonts } from "../../src/write/pdf/font/fonts.js";
import { contextOf } from "../../src/write/pdf/index.js";
import { extent } from "../../src/write/pdf/layout/box.js";
import { layOut } from "../../src/write/pdf/layout/document.js";
import { testResources } from "../helpers/resources.js";
import { pageTexts, written } from "../write/pdf/made.js";
import {
  card,
  documentOf,
  everyBlock,
  list,
  paragraph,
  part,
  wordsOf,
} from "../write/pdf/sample.js";
import { pdfOf, seed, themeWithout } from "./made.js";

const PAGES: Record<string, string> = {
  A5: "{ size: A5, margins: { top: 15mm, right: 15mm, bottom: 15mm, left: 15mm } }",
  "A5 across": "{ size: { width: 210mm, height: 148mm } }",
  "A4 across": "{ size: { width: 297mm, height: 210mm } }",
  "Letter with small margins": "{ size: Letter, margins: { top: 10mm, bottom: 10mm, left: 10mm } }",
  "Legal with large margins": "{ size: Legal, margins: { top: 60mm, right: 45mm, left: 45mm } }",
  A3: "{ size: A3 }",
  "A3 across": "{ size: { width: 420mm, height: 297mm } }",
  "a page of its own": "{ size: { width: 5.5in, height: 24cm } }",
};

const words = documentOf([
  ...everyBlock(),
  part(card("12345678901234567890", "A".repeat(90), [wordsOf(900), wordsOf(40)])),
  paragraph(wordsOf(300)),
  list(wordsOf(2000), "next"),
]);

const inTheme = (theme: Theme) => ({ ...testResources(), theme });

function laidOut(document: Document, theme: Theme) {
  const resources = inTheme(theme);
  return layOut(document, contextOf({ document, ladder: seed, resources }, makeFonts(resources)));
}

describe.each(["default", "folio"])("%s on", (base) => {
  describe.each(Object.entries(PAGES))("%s", (_, page) => {
    const theme = () => themeWithout(`extends: ${base}\npage: ${page}\n`);

    it("loses no text", async () => {
      expect((await pdfOf(await theme())).messages).toEqual([]);
      expect((await written(words, inTheme(await theme()))).messages).toEqual([]);
    });

    it.each([
      ["the seed", compose(seed)],
      ["one of every block", words],
    ])("draws %s between its margins, head and foot outside them", async (_, document) => {
      const made = await theme();
      const { pages } = laidOut(document, made);
      const { size, margins } = made.page;
      for (const [index, { boxes }] of pages.entries())
        for (const box of boxes) {
          if (box.kind === "text" && box.text.trim() === "") continue;
          const { x, y, width, height } = extent(box);
          expect(x).toBeGreaterThanOrEqual(margins.left - 0.5);
          expect(x + width).toBeLessThanOrEqual(size.width - margins.right + 0.5);
          expect(y).toBeGreaterThanOrEqual(5);
          expect(y + height).toBeLessThanOrEqual(size.height - 5);
          if (!("tag" in box && box.tag)) continue;
          expect(y, `page ${index + 1}`).toBeGreaterThanOrEqual(margins.top - 3);
          expect(y + height).toBeLessThanOrEqual(size.height - margins.bottom + 3);
        }
    });
  });
});

describe("a foot of which both sides are long", () => {
  it("is cut with an ellipsis, and never set over itself", async () => {
    const long = "{title} {title} {title} {title} {title} {title} {title}";
    const theme = await themeWithout(
      `extends: default\npage: { size: A5 }\nfooter: { left: "${long}", right: "${long}" }\n`,
    );
    const { pages } = laidOut(compose(seed), theme);
    const foot = (pages[0]?.boxes ?? []).flatMap((box) =>
      box.kind === "text" && !box.tag ? [box] : [],
    );
    expect(foot.map(({ text }) => text).join("")).toMatch(/….*…/);
    const [left, right] = [foot[0], foot.at(-1)];
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(right?.x ?? 0);
  });

  it("has all of its words where they fit", async () => {
    const theme = await themeWithout("extends: default\npage: { size: A5 }\n");
    const [first = ""] = await pageTexts((await pdfOf(theme)).value);
    expect(first).toContain(seed.origin.sha256.slice(0, 12));
    expect(first).not.toContain("…");
  });
});
