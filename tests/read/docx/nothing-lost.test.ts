import { load } from "cheerio";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import type { Card, Document } from "../../../src/document.js";
import { STYLE } from "../../../src/docx-names.js";
import type { Block } from "../../../src/model/ladder.js";
import type { Edited } from "../../../src/read/docx/edited.js";
import { type DocxFile, openDocx } from "../../helpers/edit-docx.js";
import { editedOf, writtenDocx } from "../../helpers/edited.js";
import { documentOf } from "../../write/pdf/sample.js";

const RUNS = process.env.RUNGBOOK_LONG ? 2000 : 60;

// Each text of the document is there once, so that one that gets lost is missed.
let count = 0;
const word = () => `w${++count}x`;
const rich = () => ({ text: `${word()} ${word()}` });
const paragraph = (): Block => ({ type: "paragraph", ...rich() });
const list = (depth = 2): Block => ({
  type: "list",
  ordered: depth === 1,
  items: [rich(), { ...rich(), ...(depth > 1 && { blocks: [list(depth - 1), paragraph()] }) }],
});
const rows = (...cells: Block[][]) => [{ cells: cells.map((blocks) => ({ blocks })) }];
const card = (): Card => ({
  anchors: [],
  heading: word(),
  facts: [
    { name: word(), value: rich(), role: "label" },
    { name: word(), value: rich(), role: "other" },
  ],
  extras: [{ name: word(), value: word() }],
  summary: [paragraph()],
  sections: [{ title: rich(), anchors: [], blocks: [list(), paragraph()], sections: [] }],
});
const part = (): Document["blocks"][number] => ({
  type: "part",
  title: rich(),
  anchors: [],
  standing: word(),
  columns: [rich(), rich()],
  hue: 0,
  intro: [paragraph()],
  cards: [card(), card()],
});
const document = documentOf([
  { type: "heading", depth: 2, ...rich() },
  list(),
  { type: "grid", rows: rows([paragraph()], [paragraph()]), scale: null, hues: [null] },
  part(),
  { type: "table", rows: rows([paragraph(), list(1)], [paragraph()]) },
  { type: "quote", blocks: [paragraph(), list(1)] },
  { type: "quote", blocks: [paragraph()] },
  { type: "rule" },
  { type: "code", text: word() },
  { type: "note", id: "n1", blocks: [paragraph()] },
  part(),
  paragraph(),
]);

let written: Uint8Array;
beforeAll(async () => {
  written = await writtenDocx(document);
});

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const box = (text: string) => `<w:txbxContent><w:p>${run(text)}</w:p></w:txbxContent>`;
const shape = (content: string) =>
  `<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="wps"><w:drawing>${content}</w:drawing></mc:Choice>` +
  "<mc:Fallback><w:pict><v:shape/></w:pict></mc:Fallback></mc:AlternateContent>";

/** What somebody puts into a paragraph, by what it is told as; null: it is part of the document. */
const PUT_IN: Record<string, (text: string) => string> = {
  "text box": (text) => `<w:r>${shape(`<wps:txbx>${box(text)}</wps:txbx>`)}</w:r>`,
  "old text box": (text) => `<w:r><w:pict><v:textbox>${box(text)}</v:textbox></w:pict></w:r>`,
  equation: (text) => `<m:oMath><m:r><m:t>${text}</m:t></m:r></m:oMath>`,
  ruby: (text) =>
    `<w:r><w:ruby><w:rt>${run(`${text}a`)}</w:rt><w:rubyBase>${run(text)}</w:rubyBase></w:ruby></w:r>`,
  "smart tag": (text) => `<w:smartTag>${run(text)}</w:smartTag>`,
  control: (text) => `<w:sdt><w:sdtPr/><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`,
  field: (text) => `<w:fldSimple w:instr=" DATE ">${run(text)}</w:fldSimple>`,
};
/** What somebody puts behind a paragraph. */
const PUT_BEHIND: Record<string, (text: string) => string> = {
  paragraph: (text) => `<w:p>${run(text)}</w:p>`,
  table: (text) => `<w:tbl><w:tr><w:tc><w:p>${run(text)}</w:p></w:tc></w:tr></w:tbl><w:p/>`,
  control: (text) => `<w:sdt><w:sdtContent><w:p>${run(text)}</w:p></w:sdtContent></w:sdt>`,
};
const STYLES = [...Object.values(STYLE), "Heading1", "Heading2", "Heading3", "Normal"];

/** The nth paragraph that shows something, or of all. */
const shownAt = (file: DocxFile, n: number): string => {
  const texts = file.texts();
  return texts[n % texts.length] ?? "";
};
const anyAt = (file: DocxFile, n: number) => {
  const all = file.$("w\\:body w\\:p").not("w\\:txbxContent *");
  return all.eq(n % all.length);
};
const oneOf = <T>(of: readonly T[], m: number): T => of[m % of.length] as T;

/** Edits at the nth paragraph; `m` tells what else there is to choose. */
const EDITS: Record<string, (file: DocxFile, n: number, m: number, text: string) => void> = {
  change: (file, n, _, text) => {
    const at = shownAt(file, n);
    file.change(at, at.split(" ")[0] ?? at, text);
  },
  add: (file, n, _, text) => file.addAfter(shownAt(file, n), text),
  delete: (file, n) => file.delete(shownAt(file, n)),
  move: (file, n, m) => {
    const [at, after] = [shownAt(file, n), shownAt(file, m)];
    if (at !== after) file.move(at, after);
  },
  split: (file, n) => {
    const at = shownAt(file, n);
    if (at.includes(" ")) file.split(at, at.slice(at.lastIndexOf(" ") + 1), "libreoffice");
  },
  "put in": (file, n, m, text) => {
    anyAt(file, n).append(oneOf(Object.values(PUT_IN), m)(text));
  },
  "put behind": (file, n, m, text) => {
    anyAt(file, n).after(oneOf(Object.values(PUT_BEHIND), m)(text));
  },
  // Typed where nothing stood: in gaps, and in the line that ends a part.
  "fill a gap": (file, n, _, text) => {
    const empty = file.$("w\\:body w\\:p").filter((_, each) => file.$(each).text() === "");
    empty.eq(n % Math.max(empty.length, 1)).append(run(text));
  },
  style: (file, n, m) => {
    anyAt(file, n).find("w\\:pStyle").attr("w:val", oneOf(STYLES, m));
  },
  "lose bookmarks": (file, n) => {
    anyAt(file, n).find("w\\:bookmarkStart, w\\:bookmarkEnd").remove();
  },
};
const place = fc.nat(1000);
const edit = fc.record({
  kind: fc.constantFrom(...Object.keys(EDITS)),
  n: place,
  m: place,
  tracked: fc.boolean(),
});

/** What the table of contents said when the file was written: it may be out of date by now. */
let contents: Set<string>;
beforeAll(() => {
  const $ = load(strFromU8(unzipSync(written)["word/document.xml"] ?? new Uint8Array()), {
    xml: true,
  });
  contents = new Set(
    $(CONTENTS)
      .find("w\\:t")
      .toArray()
      .map((each) => bare($(each).text())),
  );
  expect(contents.size).toBeGreaterThan(5);
});
const CONTENTS = 'w\\:sdtContent, w\\:p:has(> w\\:pPr > w\\:pStyle[w\\:val^="TOC"])';

/** Every piece of text that a person sees in the body, by a walk of its own. */
function seenIn(bytes: Uint8Array, changes: "accept" | "reject"): string[] {
  const $ = load(strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array()), {
    xml: true,
  });
  const [kind, hidden] =
    changes === "accept"
      ? ["w\\:t", "w\\:del, w\\:moveFrom"]
      : ["w\\:t, w\\:delText", "w\\:ins, w\\:moveTo"];
  return $(`${kind}, m\\:t`)
    .toArray()
    .filter((each) => $(each).closest(hidden).length === 0)
    .map((each) => ({ each, text: bare($(each).text()) }))
    .filter(({ each, text }) => !contents.has(text) || $(each).closest(CONTENTS).length === 0)
    .map(({ text }) => text)
    .filter((text) => text !== "");
}

const bare = (text: string): string => text.replace(/[☐☑·\s]/g, "");

/** All text of a document and of what is foreign to it. */
function heldBy({ document: { meta, blocks }, foreign }: Edited): string {
  const texts: string[] = [];
  const visit = (value: unknown, key: string): void => {
    if (typeof value === "string" && key !== "type" && key !== "role") texts.push(value);
    else if (Array.isArray(value)) for (const each of value) visit(each, key);
    else if (value && typeof value === "object") {
      for (const [name, each] of Object.entries(value)) visit(each, name);
    }
  };
  visit([meta, blocks, foreign.map(({ text }) => text)], "");
  return bare(texts.join("\n"));
}

test("every visible word of an edited file is in its document, or told as foreign", async () => {
  await fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const file = openDocx(written);
      edits.forEach(({ kind, n, m, tracked }, index) => {
        file.tracking = tracked ? { author: "Ada", date: "2024-01-02T03:04:00Z" } : null;
        EDITS[kind]?.(file, n, m, `new${index}x`);
      });
      const bytes = file.save();
      for (const changes of ["accept", "reject"] as const) {
        const held = heldBy(editedOf(bytes, changes));
        expect(seenIn(bytes, changes).filter((text) => !held.includes(text))).toEqual([]);
      }
    }),
    {
      numRuns: RUNS,
      // A line in the style of a column's head, where no table has it.
      examples: [
        [
          [
            { kind: "add", n: 592, m: 0, tracked: false },
            { kind: "style", n: 526, m: 908, tracked: false },
          ],
        ],
      ],
    },
  );
});

/** What may be typed at the end of a paragraph, given the properties that it has. */
const TYPED: Record<string, (properties: string) => string> = {
  "a word": () => `${run("new")}</w:p>`,
  "a line of the same kind": (properties) => `</w:p><w:p>${properties}${run("new")}</w:p>`,
  "a plain line": () => `</w:p><w:p>${run("new")}</w:p>`,
};

/** Changes each paragraph in its turn, and expects that no word gets lost. */
function expectAllHeld(change: (xml: string, properties: string, index: number) => string[]): void {
  const parts = unzipSync(written);
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const paragraphs = [...xml.matchAll(/<w:p>(<w:pPr>.*?<\/w:pPr>)?.*?<\/w:p>/gs)];
  expect(paragraphs.length).toBeGreaterThan(80);
  paragraphs.forEach(({ 0: each, 1: properties = "", index }, at) => {
    for (const changed of change(each, properties, at)) {
      const after = xml.slice(0, index) + changed + xml.slice(index + each.length);
      const bytes = zipSync({ ...parts, "word/document.xml": strToU8(after) }, { level: 0 });
      const held = heldBy(editedOf(bytes));
      expect(seenIn(bytes, "accept").filter((text) => !held.includes(text))).toEqual([]);
    }
  });
}

test.each(Object.keys(TYPED))("%s typed at the end of any paragraph is not lost", (what) => {
  expectAllHeld((xml, properties) => {
    const typed = TYPED[what]?.(properties.replace("<w:pageBreakBefore/>", "")) ?? "";
    return [xml.slice(0, -"</w:p>".length) + typed];
  });
});

test("no paragraph is lost for its style", () => {
  expectAllHeld((xml, _, index) => {
    // All pairs are many: each paragraph takes its turn with a few styles.
    const few = STYLES.filter((_, at) => RUNS > 100 || (at + index) % 13 === 0);
    return few.map((style) => xml.replace(/w:pStyle w:val="\w+"/, `w:pStyle w:val="${style}"`));
  });
});
