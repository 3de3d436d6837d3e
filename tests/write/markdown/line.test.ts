import fc from "fast-check";
import { expect, test } from "vitest";
import type { Span, TextSpan } from "../../../src/model/ladder.js";
import { richText, spansOf } from "../../../src/model/rich.js";
import { decompose } from "../../../src/read/decompose.js";
import { readRendering } from "../../../src/read/index.js";
import { writeMarkdown } from "../../../src/write/markdown/index.js";
import { testResources } from "../../helpers/resources.js";
import { documentOf, ladder } from "../pdf/sample.js";

/** What is read of a paragraph that was written as Markdown. */
async function readBack(spans: readonly Span[]): Promise<unknown> {
  const document = documentOf([{ type: "paragraph", ...richText(spans) }]);
  const { value } = await writeMarkdown({ document, ladder, resources: testResources() });
  const read = (await readRendering(value, "md")).value?.document;
  return read && decompose(read).content;
}

test.each(["a_b_c", "a__b", "\\_", "_", "a_", "࠿__proto____proto__, yes", "\\\\__a__"])(
  "underscores of %s in emphasised text, struck text behind it",
  async (text) => {
    const marks = { strong: true, emphasis: true } as const;
    const spans = [
      { type: "text" as const, text, ...marks },
      { type: "text" as const, text: "You", ...marks, delete: true as const },
    ];
    expect(await readBack(spans)).toMatchObject([{ type: "paragraph", spans }]);
  },
);

/** What opens, closes or escapes something, beside a letter, a space, and what is no letter to Markdown. */
const SIGNS = [..."____**~`\\[]()!:<&;/.,#-aaabé࠿— \u00a0"];
const plain = (text: string): TextSpan => ({ type: "text", text });
const mark = fc.option(fc.constant(true as const), { nil: undefined, freq: 3 });

const span: fc.Arbitrary<TextSpan> = fc
  .record({
    text: fc
      .array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 12 })
      .map((signs) => signs.join("")),
    strong: mark,
    emphasis: mark,
    delete: mark,
  })
  .map(({ text, ...marks }) => {
    const told = Object.entries(marks).filter(([, value]) => value !== undefined);
    return { type: "text", text, ...Object.fromEntries(told) } as TextSpan;
  });

test("any run of signs is read as it was written", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(span, { minLength: 1, maxLength: 4 }), async (spans) => {
      // What stands at an edge is another matter: white space there is none of a paragraph.
      const line = richText([plain("x"), ...spans, plain("y")]);
      expect(await readBack(spansOf(line))).toMatchObject([{ type: "paragraph", ...line }]);
    }),
    { numRuns: process.env.RUNGBOOK_LONG ? 20000 : 300 },
  );
});
