import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import type { Document } from "../../../src/document.js";
import { readDocx } from "../../../src/read/docx/index.js";
import { writeDocx } from "../../../src/write/docx/index.js";
import { testResources } from "../../helpers/resources.js";
import { ladder } from "../../write/pdf/sample.js";

const MAIN = "word/document.xml";
const item = (text: string) => ({ text });
const document: Document = {
  meta: {
    origin: { slug: "x", file: "x.md", sha256: "0".repeat(64) },
    yaml: null,
    title: "T",
    subtitle: null,
    author: null,
    date: null,
    language: "en",
    direction: "ltr",
  },
  blocks: [
    { type: "paragraph", text: "one two" },
    { type: "list", ordered: false, items: [item("first"), item("second")] },
    { type: "paragraph", text: "to #a", spans: [{ type: "text", text: "to #a", href: "#a" }] },
    { type: "heading", depth: 2, text: "Here", anchors: ["a"] },
  ],
};

let written: Uint8Array;
beforeAll(async () => {
  const input = { document, ladder, resources: testResources() };
  written = (await writeDocx(input)).value;
});

/** The document after an edit of its main part. */
function edited(change: (xml: string) => string): Document["blocks"] {
  const parts = unzipSync(written);
  const before = strFromU8(parts[MAIN] ?? new Uint8Array());
  const after = change(before);
  expect(after).not.toBe(before);
  const { value, messages } = readDocx(zipSync({ ...parts, [MAIN]: strToU8(after) }));
  expect(messages).toEqual([]);
  return value?.blocks ?? [];
}

const RUN = /<w:r><w:t xml:space="preserve">one two<\/w:t><\/w:r>/;
const runs = (...texts: string[]) =>
  texts.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join("");

test("split runs, revision ids and marks of the spelling checker change nothing", () => {
  const blocks = edited((xml) =>
    xml.replace(RUN, `${runs("on")}<w:proofErr w:type="spellStart"/>${runs("e t", "wo")}`),
  );
  expect(blocks).toEqual(document.blocks);
});

test("a no-break space at the end of a run is kept, other white space only where that is asked for", () => {
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const blocks = edited((xml) => xml.replace(RUN, run("one\u00a0") + run(" two \n")));
  expect(blocks[0]).toEqual({ type: "paragraph", text: "one\u00a0two" });
});

test("a bullet that is made a heading is one, be it that it keeps its bullet", () => {
  const blocks = edited((xml) => xml.replace(/"ListBullet"(?!.*"ListBullet")/, '"Heading2"'));
  expect(blocks.slice(1, 3)).toMatchObject([
    { type: "list", items: [{ text: "first" }] },
    { type: "heading", depth: 3, text: "second" },
  ]);
});

test("what is inserted counts, what is deleted or hidden does not", () => {
  const change =
    `${runs("one ")}<w:ins w:id="90">${runs("and ")}</w:ins>` +
    `<w:del w:id="91"><w:r><w:delText>two</w:delText></w:r></w:del>${runs("three")}` +
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>";
  expect(edited((xml) => xml.replace(RUN, change))[0]).toEqual({
    type: "paragraph",
    text: "one and three",
  });
});

test("a paragraph whose end is deleted goes on with the next", () => {
  const blocks = edited((xml) =>
    xml.replace(
      RUN,
      (run) => `<w:pPr><w:rPr><w:del w:id="92"/></w:rPr></w:pPr>${run}</w:p><w:p>${runs(" three")}`,
    ),
  );
  expect(blocks[0]).toEqual({ type: "paragraph", text: "one two three" });
});

test("fields are links as well", () => {
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://x.yz/" </w:instrText></w:r>' +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${runs("one")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  expect(edited((xml) => xml.replace(RUN, field + runs(" two")))[0]).toEqual({
    type: "paragraph",
    text: "one two",
    spans: [
      { type: "text", text: "one", href: "https://x.yz/" },
      { type: "text", text: " two" },
    ],
  });
});

test("no link to a script is read", () => {
  const field = `<w:fldSimple w:instr=' HYPERLINK "java&#10;script:alert(1)" '>${runs("one two")}</w:fldSimple>`;
  expect(edited((xml) => xml.replace(RUN, field))).toEqual(document.blocks);
});

test("a bullet that HR adds is in the list, a link to a bookmark that is gone is none", () => {
  const blocks = edited((xml) =>
    xml
      .replace(/<w:p>(?:(?!<w:p>).)*?second.*?<\/w:p>/s, (each) => {
        const bare = each.replace(/<w:bookmark[^>]*>/g, "");
        return `${each}${bare.replace("second", "third")}`;
      })
      .replace('w:name="a"', 'w:name="b"'),
  );
  expect(blocks[1]).toMatchObject({ items: [item("first"), item("second"), item("third")] });
  expect(blocks[2]).toEqual({ type: "paragraph", text: "to #a" });
});

test("content controls and unknown elements keep their words", () => {
  const control = `<w:sdt><w:sdtPr/><w:sdtContent>${runs("one")}</w:sdtContent></w:sdt><w:unknown>${runs(" two")}</w:unknown>`;
  expect(edited((xml) => xml.replace(RUN, control))).toEqual(document.blocks);
});
