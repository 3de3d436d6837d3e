import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../../src/compose/handbook.js";
import type { Document } from "../../../src/document.js";
import type { Ladder } from "../../../src/model/ladder.js";
import { readDocx } from "../../../src/read/docx/index.js";
import { readReference } from "../../../src/read/docx/reference/index.js";
import { readPost } from "../../../src/read/post/index.js";
import { companyFile } from "../../helpers/company.js";
import { withoutPlaces } from "../../helpers/ladders.js";
import { hasOffice, madeByOffice } from "../../helpers/office.js";
import { referenceDocument } from "../../helpers/reference-document.js";
import { partsOf, written } from "./made.js";

const TIMEOUT = 120_000;
const file = "2019-12-17-engineering-job-ladder.md";
const seed = compose(readPost(readFileSync(`source/${file}`), { file }).value as Ladder);

const namesIn = (xml: string | undefined): string[] =>
  [...(xml ?? "").matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g)].map(
    ([, name]) => name ?? "",
  );
const styleNames = (xml: string | undefined): string[] =>
  [...(xml ?? "").matchAll(/<w:name w:val="([^"]*)"/g)].map(([, name]) => name ?? "");
const usedIn = (parts: Record<string, string>): Set<string> => {
  const names = new Map(
    [
      ...(parts["word/styles.xml"] ?? "").matchAll(
        /w:styleId="([^"]*)"[^>]*><w:name w:val="([^"]*)"/g,
      ),
    ].map(([, id, name]) => [id, name ?? ""]),
  );
  const ids = [...(parts["word/document.xml"] ?? "").matchAll(/<w:[pr]Style w:val="([^"]*)"/g)];
  return new Set(ids.map(([, id]) => names.get(id) ?? ""));
};

const { value: company } = readReference(companyFile());

/** The reference file stands for no post; here it stands for one. */
const { meta } = referenceDocument;
const styled = { ...meta, origin: { ...meta.origin, sha256: "0".repeat(64) } };

/** Each with what it is made after. */
const CASES: [name: string, document: Document, reference: typeof company][] = [
  ["the seed", seed, null],
  ["the seed after a company's file", seed, company],
  ["a document of every style", { ...referenceDocument, meta: styled }, null],
  [
    "one from the right",
    { ...referenceDocument, meta: { ...styled, direction: "rtl", language: "fa" } },
    null,
  ],
];

// Nothing else here opens a DOCX as a person does.
describe.skipIf(!hasOffice)("LibreOffice (skipped where it is not installed)", () => {
  const files: [before: Uint8Array, saved: Uint8Array][] = [];
  beforeAll(async () => {
    const before = await Promise.all(
      CASES.map(([, document, reference]) => written(document, reference)),
    );
    const saved = madeByOffice(before, "docx");
    files.push(...before.map((bytes, index) => [bytes, saved[index]] as [Uint8Array, Uint8Array]));
  }, TIMEOUT);

  test.each(CASES.map((each, index) => [...each, index] as const))(
    "saves %s without loss",
    (_, document, reference, index) => {
      const [bytes, saved] = files[index] as [Uint8Array, Uint8Array];
      const { value, messages } = readDocx(saved);
      expect(messages).toEqual([]);
      expect(withoutPlaces(value)).toEqual(withoutPlaces(document));
      const [before, after] = [partsOf(bytes), partsOf(saved)];
      const main = "word/document.xml";
      expect(namesIn(after[main])).toEqual(expect.arrayContaining(namesIn(before[main])));
      const names = styleNames(after["word/styles.xml"]).map((name) => name.toLowerCase());
      const used = [...usedIn(before)].map((name) => name.toLowerCase());
      expect(used.length).toBeGreaterThan(10);
      expect(used.filter((name) => !names.includes(name))).toEqual([]);
      const heads = Object.entries(after).filter(([path]) => /^word\/header/.test(path));
      expect(heads.map(([, xml]) => xml).join("")).toContain(
        reference ? "Acme Corporation" : document.meta.title,
      );
      expect(after[main]?.match(/<w:tblHeader/g)?.length).toBe(
        before[main]?.match(/<w:tblHeader/g)?.length,
      );
    },
  );

  test("prints every word of the seed, its contents and its header", {
    timeout: TIMEOUT,
  }, async () => {
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const data = new Uint8Array(madeByOffice([await written(seed)], "pdf")[0] as Uint8Array);
    const task = getDocument({ data, useSystemFonts: false, verbosity: 0 });
    const pdf = await task.promise;
    const texts: string[] = [];
    for (let page = 1; page <= pdf.numPages; page++) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      texts.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
    }
    await task.destroy();
    const bare = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");
    const printed = bare(texts.join(""));
    const main = partsOf(await written(seed))["word/document.xml"] ?? "";
    const words = [...main.matchAll(/<w:t [^>]*>([^<]{5,})</g)].flatMap(([, text = ""]) =>
      text.replaceAll("&quot;", '"').replaceAll("&amp;", "&").split(/\s+/),
    );
    expect(words.length).toBeGreaterThan(2000);
    expect([...new Set(words)].filter((word) => !printed.includes(bare(word)))).toEqual([]);
    expect(texts[0]).toContain("Contents");
    expect(texts.slice(1).every((text) => text.includes(seed.meta.title))).toBe(true);
  });
});
