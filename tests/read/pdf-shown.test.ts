import { describe, expect, it } from "vitest";
import { readShownTexts } from "../../src/read/pdf/index.js";
import { editContent } from "../helpers/edit-pdf.js";
import { written } from "../write/pdf/made.js";
import { documentOf, everyBlock, list, paragraph, wordsOf } from "../write/pdf/sample.js";

const pdfOf = async (...blocks: ReturnType<typeof paragraph>[]) =>
  (await written(documentOf(blocks))).value;

async function textsOf(pdf: Uint8Array): Promise<string[]> {
  const { value, messages } = await readShownTexts(pdf);
  expect(messages).toEqual([]);
  return (value ?? []).map(({ text }) => text.replace(/\s+/g, " ").trim());
}

/** Marked content of one tag, with all that is in it. */
const marked = (tag: string) => new RegExp(`/${tag} <<[^>]*>> BDC[\\s\\S]*?EMC`, "g");

describe("the visible text of a PDF", () => {
  it("stands in reading order, by block and page, without heads and feet", async () => {
    const { value } = await readShownTexts(await pdfOf(paragraph("One."), list("two", "three")));
    const blocks = (value ?? []).slice(-5);
    expect(blocks).toEqual([
      { text: "One.", page: 1, role: "text" },
      { text: "•", page: 1, role: "label" },
      { text: "two", page: 1, role: "text" },
      { text: "•", page: 1, role: "label" },
      { text: "three", page: 1, role: "text" },
    ]);
  });

  it("comes in pieces where it runs over a page", async () => {
    const { value } = await readShownTexts(await pdfOf(paragraph(wordsOf(3000))));
    const words = (value ?? []).slice(3);
    expect(words.map(({ page }) => page)).toEqual(words.map((_, index) => index + 1));
    expect(words.map(({ text }) => text).join("")).toBe(wordsOf(3000));
  });

  it("reads from the right where it is written so", async () => {
    expect(await textsOf(await pdfOf(paragraph("שלום עולם")))).toContain("שלום עולם");
  });

  it("is not what is drawn in no colour, nor what stands beside the page", async () => {
    const pdf = await pdfOf(paragraph("Shown."), paragraph("Hidden."));
    expect((await textsOf(pdf)).slice(-2)).toEqual(["Shown.", "Hidden."]);
    const last = (content: string, change: (text: string) => string) => {
      const all = [...content.matchAll(marked("P"))];
      const [found = ""] = all.at(-1) ?? [];
      // Without the page's foot, there is room for the change.
      return content.replace(marked("Artifact"), "").replace(found, change(found));
    };
    const invisible = editContent(pdf, (content) =>
      last(content, (text) => text.replace("BT\n", "BT 3 Tr\n")),
    );
    expect((await textsOf(invisible)).slice(-1)).toEqual(["Shown."]);
    const beside = editContent(pdf, (content) =>
      last(content, (text) => text.replace(/-1 [\d.]+ /, "-1 900 ")),
    );
    expect((await textsOf(beside)).slice(-1)).toEqual(["Shown."]);
  });

  it("is there too where no tag owns it", async () => {
    const pdf = await pdfOf(paragraph("Tagged."), paragraph("Loose."));
    const loose = editContent(pdf, (content) => {
      const [found = ""] = [...content.matchAll(marked("P"))].at(-1) ?? [];
      return content.replace(found, found.replace(/^[\s\S]*?BDC|EMC$/g, ""));
    });
    const { value } = await readShownTexts(loose);
    expect(value?.at(-1)).toEqual({ text: "Loose.", page: 1, role: "none" });
  });

  it("can't be told without tags", async () => {
    const pdf = Buffer.from(await pdfOf(paragraph("Words")));
    const untagged = Buffer.from(
      pdf.toString("latin1").replaceAll("/StructTreeRoot", "/StructTreeNone"),
      "latin1",
    );
    const { value, messages } = await readShownTexts(untagged);
    expect(value).toBeNull();
    expect(messages).toMatchObject([{ ruleId: "untagged-pdf", fatal: false }]);
  });

  it("is not taken from what is no PDF, or a broken one", async () => {
    const pdf = (await written(documentOf(everyBlock()))).value;
    for (const bytes of [Buffer.from("hello"), pdf.subarray(0, 900)]) {
      const { value, messages } = await readShownTexts(bytes);
      expect(value).toBeNull();
      expect(messages).toMatchObject([{ fatal: true }]);
    }
  });

  it("leaves the bytes that it is given as they are", async () => {
    const pdf = await pdfOf(paragraph("Words"));
    const before = Buffer.from(pdf);
    await readShownTexts(pdf);
    expect(Buffer.compare(before, pdf)).toBe(0);
  });
});
