import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "cheerio";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { compose } from "../../../src/compose/handbook.js";
import type { Reference } from "../../../src/docx-reference.js";
import type { Ladder } from "../../../src/model/ladder.js";
import { readDocx } from "../../../src/read/docx/index.js";
import { readReference } from "../../../src/read/docx/reference/index.js";
import { readPost } from "../../../src/read/post/index.js";
import { companyFile, PNG } from "../../helpers/company.js";
import { documents } from "../../helpers/documents.js";
import { withoutPlaces } from "../../helpers/ladders.js";
import { referenceDocument } from "../../helpers/reference-document.js";
import { validator, WITHOUT } from "../../helpers/validator.js";
import { directFormatting } from "./direct-formatting.js";
import { partsOf, written } from "./made.js";

const folder = mkdtempSync(join(tmpdir(), "rungbook-reference-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = "2019-12-17-engineering-job-ladder.md";
const seed = compose(readPost(readFileSync(`source/${file}`), { file }).value as Ladder);
const referenceOf = (bytes: Uint8Array): Reference => {
  const { value, messages } = readReference(bytes);
  expect(messages.map(String)).toEqual([]);
  return value as Reference;
};
const company = referenceOf(companyFile());
const bytes = await written(seed, company);
const parts = partsOf(bytes);
const styles = load(parts["word/styles.xml"] ?? "", { xml: true });
const styleOf = (id: string) => styles.xml(styles(`w\\:style[w\\:styleId="${id}"]`));

test("the file's look of a style wins, under whatever id; what it lacks is ours", () => {
  expect(styleOf("Heading1")).toContain("B00020");
  expect(styleOf("Title")).toContain('w:val="72"');
  expect(styleOf("ReferenceTitle")).toContain("Acme Claim");
  expect(styleOf("ReferenceTitle")).toContain('<w:basedOn w:val="Title"/>');
  expect(styleOf("berschrift1")).toBe("");
  expect(styleOf("RungbookGrid3")).toContain("rungbook Grid 3");
  expect(styleOf("Heading2")).toContain("heading 2");
  expect(styles('w\\:style[w\\:type="paragraph"][w\\:default="1"]').length).toBe(1);
});

test("its theme, page, header with logo, and settings of the page are taken", () => {
  expect(parts["word/theme/theme1.xml"]).toContain("Georgia");
  expect(parts["word/document.xml"]).toContain('<w:pgSz w:w="12240" w:h="15840"/>');
  expect(parts["word/document.xml"]).toContain('<w:docGrid w:linePitch="360"/>');
  const head = Object.keys(parts).filter((path) => /^word\/(?:header|footer)/.test(path));
  expect(head).toEqual(["word/footer1.xml", "word/header1.xml"]);
  expect(parts["word/header1.xml"]).toContain("Acme Corporation");
  expect(parts["word/header1.xml"]).toContain('<w:pStyle w:val="Header"/>');
  expect(parts["word/media/reference1.png"]).toBe(new TextDecoder().decode(PNG));
  expect(parts["word/settings.xml"]).toContain("<w:mirrorMargins/>");
});

test("nothing else of it comes along: no words, no macro, no template, nothing from outside", () => {
  const all = Object.entries(parts).map(([path, each]) => path + each);
  for (const each of ["Secret words", "vbaProject", "macro", "evil.example", "attachedTemplate"]) {
    expect(all.filter((part) => part.includes(each))).toEqual([]);
  }
  expect(parts["word/_rels/header1.xml.rels"]).not.toContain("External");
  expect(parts["word/numbering.xml"]).not.toContain("unused");
});

test("tables are as wide as its page has room", () => {
  const $ = load(parts["word/document.xml"] ?? "", { xml: true });
  const room = 12_240 - 1440 - 1800;
  const widths = $("w\\:body > w\\:tbl > w\\:tblPr > w\\:tblW").toArray();
  expect(widths.length).toBeGreaterThan(10);
  for (const node of widths) expect(Number($(node).attr("w:w"))).toBe(room);
  expect(styleOf("TOC1")).toContain(`<w:tab w:val="right" w:leader="dot" w:pos="${room}"/>`);
  expect(styleOf("TOC1")).toMatch(/<w:keepNext\/><w:tabs>.*<\/w:tabs><w:spacing/);
});

test("its bullets are the lists', its numbers the headings'", () => {
  const numbering = load(parts["word/numbering.xml"] ?? "", { xml: true });
  const textOf = (id: string | undefined) => {
    const num = numbering(`w\\:num[w\\:numId="${id}"] > w\\:abstractNumId`).attr("w:val");
    return numbering(
      `w\\:abstractNum[w\\:abstractNumId="${num}"] w\\:lvl[w\\:ilvl="0"] w\\:lvlText`,
    );
  };
  const heading = styles('w\\:style[w\\:styleId="Heading1"] w\\:numId').attr("w:val");
  expect(textOf(heading).attr("w:val")).toBe("%1");
  const $ = load(parts["word/document.xml"] ?? "", { xml: true });
  const item = $('w\\:p:has(w\\:pStyle[w\\:val="ListBullet"]) w\\:numId').first();
  expect(textOf(item.attr("w:val")).attr("w:val")).toBe("»");
});

test("it speaks the language of the post", () => {
  expect(parts["word/styles.xml"]).not.toContain("de-DE");
  expect(parts["word/styles.xml"]).toContain('<w:lang w:val="en"/>');
});

test("laws 2 and 3: it reads back, and is the same at each run", async () => {
  const again = await written(seed, referenceOf(companyFile()));
  expect(Buffer.compare(bytes, again)).toBe(0);
  expect(withoutPlaces(readDocx(bytes).value)).toEqual(withoutPlaces(seed));
  expect(directFormatting(parts["word/document.xml"] ?? "")).toEqual([]);
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      expect(readDocx(await written(document, company)).value).toEqual(document);
    }),
    { numRuns: 30 },
  );
});

test("it is valid, in either direction", async (context) => {
  if (!validator) context.skip(WITHOUT);
  const rtl = { ...seed, meta: { ...seed.meta, direction: "rtl" as const, language: "fa" } };
  for (const [name, made] of Object.entries({
    company: bytes,
    rtl: await written(rtl, company),
    shipped: await written(seed, referenceOf(readFileSync("templates/reference.docx"))),
    bare: await written(
      seed,
      referenceOf(
        companyFile({
          "word/numbering.xml": null,
          "word/theme/theme1.xml": null,
          "word/settings.xml": null,
        }),
      ),
    ),
  })) {
    const path = join(folder, `${name}.docx`);
    writeFileSync(path, made);
    expect((await validator?.validateFile(path))?.errors, name).toEqual([]);
  }
});

test("the file that ships changes no style of ours", async () => {
  const shipped = referenceOf(readFileSync("templates/reference.docx"));
  const wanted = load(partsOf(await written(referenceDocument))["word/styles.xml"] ?? "", {
    xml: true,
  });
  const found = load(partsOf(await written(referenceDocument, shipped))["word/styles.xml"] ?? "", {
    xml: true,
  });
  const all = ($: typeof wanted) =>
    $("w\\:style")
      .toArray()
      .map((node) => $.xml(node).replace(/<w:numId[^>]*>/, ""))
      .sort();
  expect(all(found)).toEqual(all(wanted));
});
