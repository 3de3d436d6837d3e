import { expect, test } from "vitest";
import { otfOf } from "../helpers/otf.js";
import { pdfOf, themeWithout } from "../theme/made.js";
import { pageTexts } from "../write/pdf/made.js";
import { ladder } from "../write/pdf/sample.js";
import { checkConformance } from "./check.js";
import { openPdf } from "./pdf/open.js";

const FILE = "./fixed.otf";
const THEME = `extends: default
fonts:
  text: { regular: ${FILE}, italic: ${FILE}, bold: ${FILE}, boldItalic: ${FILE} }
  display: { regular: ${FILE}, italic: ${FILE} }
  code: ${FILE}
`;

/** What is inside of a font with such outlines is not judged here. */
const NOT_JUDGED = ["own only fonts judged here", "own font programs can be read"];

test("a PDF in a font with CFF outlines is PDF/UA-1 and PDF/A-3a, as far as it is judged", async () => {
  const theme = await themeWithout(THEME, { "fixed.otf": otfOf() });
  const { value, messages } = await pdfOf(theme, ladder);
  expect(messages).toEqual([]);
  const { fonts } = await openPdf(value);
  const own = fonts.filter(({ described }) => described.name("Subtype") === "CIDFontType0");
  expect(own.map(({ file }) => file?.dict.name("Subtype"))).toContain("CIDFontType0C");
  expect((await pageTexts(value)).join("\n")).toContain("Sample");
  const found = (await checkConformance(value)).map(({ rule }) => rule);
  expect(found.filter((rule) => !NOT_JUDGED.includes(rule))).toEqual([]);
});
