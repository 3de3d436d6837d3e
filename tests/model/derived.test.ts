import { expect, test } from "vitest";
import { detectDirection, detectLanguage, languageTag } from "../../src/model/language.js";
import { parseRange } from "../../src/model/range.js";
import { settle, trackCode } from "../../src/model/settle.js";

test.each([
  ["0-3 years", { min: 0, max: 3 }],
  ["5–10 yrs", { min: 5, max: 10 }],
  ["2 to 4 years of experience", { min: 2, max: 4 }],
  ["8+ years", { min: 8, max: null }],
  ["4+", { min: 4, max: null }],
  ["1.5-2 years", { min: 1.5, max: 2 }],
  ["about 3 years", null],
  ["3", null],
  ["", null],
  ["10,000-20,000", null],
])("the range of %j", (text, range) => {
  expect(parseRange(text)).toEqual(range);
});

test.each([
  [["se-l1", "se-l2"], "Individual Contributor Track - Software Engineer", "SE"],
  [["sre-1", "sre-2"], "whatever", "SRE"],
  [[null, null], "Individual Contributor Track - Software Engineer", "SE"],
  [["a1", "b2"], "Manager Track", "MT"],
  [[null], "Leads", "Leads"],
  [[null], "…", "Track 3"],
])("the code of a track with anchors %j and title %j", (anchors, title, code) => {
  expect(trackCode(anchors, title, 2)).toBe(code);
});

test("language and direction are told by the script of most letters", () => {
  expect([detectLanguage(["سطح و پاسخگویی"]), detectDirection(["سطح مالکیت (Level)"])]).toEqual([
    "fa",
    "rtl",
  ]);
  expect([detectLanguage(["Level 1, שלום"]), detectDirection(["Level 1, שלום"])]).toEqual([
    "en",
    "ltr",
  ]);
  expect(detectLanguage(["日本語のラダー"])).toBe("ja");
  expect(detectLanguage(["1 2 3"])).toBe("en");
});

test.each([
  ["de-AT-1996", "de-AT-1996"],
  ["en_US", "en-US"],
  ["x y", null],
  ["en--us", null],
  ["deutschland", null],
  ["<>&", null],
  ["5", null],
  [null, null],
])("the language tag of %j", (told, tag) => {
  expect(languageTag(told)).toBe(tag);
});

test("a title that nobody sees is none", () => {
  const origin = { slug: "the-slug", file: "the-slug.md", sha256: "ab".repeat(32) };
  const titleOf = (title: string, heading: string, page?: string) =>
    settle({
      origin: { ...origin, ...(page !== undefined && { title: page }) },
      frontMatter: { yaml: "title: x", entries: [{ key: "title", value: title }] },
      content: [{ type: "heading", depth: 2, text: heading }],
    }).title;
  expect(titleOf("\u200b", "\u00ad")).toBe("the-slug");
  expect(titleOf("\u200b", "A heading")).toBe("A heading");
  expect(titleOf("\u200b", "A heading", "\u2060")).toBe("A heading");
  expect(titleOf("\u200b", "A heading", "A page")).toBe("A page");
  expect(titleOf("A\u200btitle", "A heading")).toBe("A\u200btitle");
});
