import fc from "fast-check";
import { expect, test } from "vitest";
import { visible } from "../../src/model/rich.js";
import { makePacket } from "../../src/packet/make.js";
import { checkValues, type Values } from "../../src/packet/values.js";
import type { Format } from "../../src/write/index.js";
import {
  docxTexts,
  made,
  markdownTexts,
  orderOf,
  pdfTexts,
  sharedOf,
  textTemplate,
} from "./made.js";

const TEMPLATE = textTemplate(
  "Dear {{a}}, yes.\n\n## On {{b}}\n\n- **{{a}}**\n- it is *{{b}}* so\n",
  [
    { name: "a", type: "text", required: true },
    { name: "b", type: "text", required: true },
  ],
);

/** What the pages say, a text a block. */
const wanted = (a: string, b: string): string[] => [
  `Dear ${a}, yes.`,
  `On ${b}`,
  a,
  `it is ${b} so`,
];

/** What is markup, a formula, a template or a trick somewhere. */
const TRICKS = [
  "{{",
  "}}",
  "{{ level.title }}",
  "{% raw %}",
  "<b>",
  "</b>",
  "<script>alert(1)</script>",
  "&amp;",
  "&#x41;",
  "*",
  "**",
  "_",
  "__",
  "~~",
  "`",
  "```",
  "#",
  "# ",
  "> ",
  "- ",
  "+ ",
  "1. ",
  "| a | b |",
  "[x](y)",
  "![i](j)",
  "[^1]",
  "\\",
  "\\*",
  "=cmd|' /C calc'!A0",
  "=1+1",
  "@SUM(A1)",
  "-2+3",
  "http://example.com",
  "www.example.com",
  "a@example.com",
  "\n",
  " ",
  "  ",
  "\t",
  "---",
  "===",
  ":",
  "\u200b",
  "\u200d",
  "\u00ad",
  "שלום",
  "مرحبا",
  "\u202e",
  "\u2066",
  "\ue000",
  "\ue010\ue001",
  "\uf8ff",
  "e\u0301",
  "é",
  "ﬁ",
  "👩‍💻",
  "漢字",
  "\u00a0",
  "$&",
  "$1",
  "\ud800",
  "\u0000",
  "\ufffe",
  "%PDF",
  "(",
  ")",
  "<w:t>",
  "]]>",
  "__proto__",
];

const value = fc
  .array(
    fc.oneof(
      fc.constantFrom(...TRICKS),
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.string({ maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(""));

/** What every font of the product has, so that most of these are drawn. */
const drawn = fc
  .array(
    fc.oneof(
      fc.constantFrom(...TRICKS.filter((trick) => !/[\p{Co}\p{Cc}\p{Script=Han}]/u.test(trick))),
      fc.stringMatching(/^[a-zA-Zäßéλж0-9 ,.;!?'"()-]{1,12}$/),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(""));

const given = (a: string, b: string) =>
  new Map(
    Object.entries({ a, b }).map(([name, value]) => [name, { value, place: `--set ${name}` }]),
  );

/** The values, if all of them can be shown; a refusal never tells one. */
function accepted(a: string, b: string): Values | null {
  const { value, messages } = checkValues(TEMPLATE, given(a, b));
  for (const { reason } of messages) {
    expect(reason).toMatch(
      /^(?:Unexpected value of [ab], expected [a-z ,]+|Missing field "[ab]".*)$/,
    );
  }
  return value;
}

/** A packet in one form; null: a character has no glyph, which is told by its code point. */
async function packet(values: Values, format: Format): Promise<Uint8Array | null> {
  const shared = sharedOf(TEMPLATE, { formats: [format] });
  const { value, messages } = await makePacket({ level: "se-l2", title: null, values }, shared);
  if (value) return value[0]?.bytes ?? null;
  for (const each of messages.filter(({ fatal }) => fatal))
    expect(`${format} ${each.ruleId}`).toBe("pdf missing-glyph");
  return null;
}

const READERS = { md: markdownTexts, docx: docxTexts };

test.each(["md", "docx"] as const)(
  "each value is in the %s as it was given, once a slot",
  async (format) => {
    await fc.assert(
      fc.asyncProperty(value, value, async (a, b) => {
        const values = accepted(a, b);
        fc.pre(values !== null);
        const bytes = await packet(values as Values, format);
        const texts = READERS[format](bytes as Uint8Array).filter((text) => text !== "");
        expect(texts).toEqual(
          ["Title", ...wanted(a, b)].map((text) => text.replaceAll("\r\n", "\n")),
        );
      }),
      { numRuns: process.env.RUNGBOOK_LONG ? 5000 : 300, endOnFailure: false },
    );
  },
);

/**
 * White space where a line broke is none of the value; joiners shape what is drawn, and are no text of
 * it; canonical equivalents are one character (Unicode, 3.7). Where a line has words written from the
 * right, pdf.js gives its pieces in an order of its own: only what it holds is compared.
 */
function solid(text: string): string {
  const plain = visible(text).normalize("NFC").replace(/\s+/g, "");
  return /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(plain) ? [...plain].sort().join("") : plain;
}

test("each value is in the PDF as it was given, once a slot, or refused", async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(value, drawn), drawn, async (a, b) => {
      const values = accepted(a, b);
      fc.pre(values !== null);
      const bytes = await packet(values as Values, "pdf");
      if (bytes === null) return;
      shown++;
      const texts = (await pdfTexts(bytes))
        .map(solid)
        .filter((text) => text !== "•" && text !== "");
      expect(texts).toEqual(["Title", ...wanted(a, b)].map(solid));
    }),
    { numRuns: process.env.RUNGBOOK_LONG ? 2000 : 100 },
  );
  expect(shown).toBeGreaterThan(10);
});

test("a value of several lines is lines", async () => {
  const files = await made(orderOf(TEMPLATE, { a: "1 Main St\nTown", b: "x" }), sharedOf(TEMPLATE));
  expect(markdownTexts(files.md)).toContain("Dear 1 Main St\nTown, yes.");
  expect(docxTexts(files.docx)).toContain("Dear 1 Main St\nTown, yes.");
  expect(new TextDecoder().decode(files.json)).toContain('"text": "1 Main St\\nTown"');
});

test.each([
  ["a control character", "a\u0007b"],
  ["half of a pair", "a\ud800b"],
  ["an override of direction", "a\u202etxt.exe"],
  ["spaces at the end", "a "],
  ["a doubled space", "a  b"],
  ["nothing that is seen", "\u200b"],
])("refuses %s, and tells no value", (_, text) => {
  const { value, messages } = checkValues(TEMPLATE, given(text, "b"));
  expect(value).toBeNull();
  expect(messages).toHaveLength(1);
  expect(messages[0]?.file).toBe("--set a");
  expect(messages[0]?.reason).not.toContain(text);
});
