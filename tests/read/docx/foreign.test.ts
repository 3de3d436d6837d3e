import { zipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { type DocxFile, openDocx } from "../../helpers/edit-docx.js";
import { editedOf, writtenDocx } from "../../helpers/edited.js";
import { documentOf } from "../../write/pdf/sample.js";

const document = documentOf([
  { type: "paragraph", text: "First" },
  { type: "list", ordered: false, items: [{ text: "Bullet" }] },
  { type: "paragraph", text: "Last" },
]);

let written: Uint8Array;
beforeAll(async () => {
  written = await writtenDocx(document);
});

const text = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
const drawing = (content: string, properties = "") =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="900" name="x" ${properties}/>` +
  `<a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

const EDITS: Record<string, (file: DocxFile) => void> = {
  "text box": (file) =>
    file.append(
      "Bullet",
      drawing(
        `<wps:txbx><w:txbxContent><w:p>${text("In a")}</w:p><w:p>${text("box")}</w:p></w:txbxContent></wps:txbx>`,
      ),
    ),
  shape: (file) =>
    file.append(
      "Bullet",
      '<w:r><w:pict><v:shape><v:textpath string="Art"/></v:shape></w:pict></w:r>',
    ),
  picture: (file) => {
    const id = file.relate("image", "media/new.png");
    file.append(
      "Bullet",
      drawing(`<pic:blip><a:blip r:embed="${id}"/></pic:blip>`, 'descr="A cat"'),
    );
  },
  chart: (file) => {
    const chart =
      "<c:chartSpace><a:p><a:r><a:t>Pay</a:t></a:r></a:p><c:strCache><c:pt><c:v>2024</c:v></c:pt></c:strCache></c:chartSpace>";
    file.edit("word/charts/chart1.xml", () => chart);
    const id = file.relate("chart", "charts/chart1.xml");
    file.append("Bullet", drawing(`<c:chart r:id="${id}"/>`));
  },
  diagram: (file) => {
    file.edit(
      "word/diagrams/data1.xml",
      () => "<dgm:dataModel><a:p><a:r><a:t>Box</a:t></a:r></a:p></dgm:dataModel>",
    );
    const id = file.relate("diagramData", "diagrams/data1.xml");
    file.append("Bullet", drawing(`<dgm:relIds r:dm="${id}"/>`));
  },
  equation: (file) =>
    file.append(
      "Bullet",
      "<m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>",
    ),
  "embedded object": (file) =>
    file.append("Bullet", "<w:r><w:object><o:OLEObject/></w:object></w:r>"),
  footnote: (file) =>
    file
      .edit(
        "word/footnotes.xml",
        () =>
          `<w:footnotes><w:footnote w:id="7"><w:p>${text("Below")}</w:p></w:footnote></w:footnotes>`,
      )
      .append("Bullet", '<w:r><w:footnoteReference w:id="7"/></w:r>'),
  endnote: (file) =>
    file
      .edit(
        "word/endnotes.xml",
        () =>
          `<w:endnotes><w:endnote w:id="7"><w:p>${text("Behind")}</w:p></w:endnote></w:endnotes>`,
      )
      .append("Bullet", '<w:r><w:endnoteReference w:id="7"/></w:r>'),
  "phonetic guide": (file) =>
    file.append("Bullet", `<w:r><w:ruby><w:rt>${text("guide")}</w:rt><w:rubyBase/></w:ruby></w:r>`),
};
const WORDS: Record<string, string> = {
  "text box": "In a\nbox",
  shape: "Art",
  picture: "A cat",
  chart: "Pay\n2024",
  diagram: "Box",
  equation: "a=b",
  footnote: "Below",
  endnote: "Behind",
  "phonetic guide": "guide",
};

test.each(Object.keys(EDITS))("%s in a bullet is told, with its words and its place", (what) => {
  const file = openDocx(written);
  EDITS[what]?.(file);
  const { document: shown, foreign } = editedOf(file.save());
  expect(foreign).toEqual([{ what, text: WORDS[what] ?? "", node: { text: "Bullet" } }]);
  expect(shown).toEqual(document);
  const [, list] = shown.blocks;
  expect(foreign[0]?.node).toBe(list?.type === "list" ? list.items[0] : null);
});

test("a table that somebody has drawn is told, and is in the document", () => {
  const file = openDocx(written);
  file
    .paragraph("First")
    .after(`<w:tbl><w:tr><w:tc><w:p>${text("Cell")}</w:p></w:tc></w:tr></w:tbl>`);
  const { document: shown, foreign } = editedOf(file.save());
  expect(foreign).toMatchObject([{ what: "table", text: "Cell" }]);
  expect(foreign[0]?.node).toBe(shown.blocks[1]);
});

test("what is typed into head and foot is told, what was written there is not", () => {
  const file = openDocx(written);
  file.edit("word/footer1.xml", (xml) =>
    xml.replace("</w:ftr>", `<w:p>${text("Draft")}</w:p></w:ftr>`),
  );
  file.edit("word/header1.xml", (xml) =>
    xml.replace("</w:hdr>", `<w:p>${text("Other")}</w:p></w:hdr>`),
  );
  const { foreign } = editedOf(file.save());
  expect(foreign).toEqual([
    { what: "header", text: "Other", node: null },
    { what: "footer", text: "Draft", node: null },
  ]);
});

test("comments tell who, when, on what, whether resolved, and what answers what", () => {
  const file = openDocx(written);
  file.comment("Bullet", "Bull", "Why?\nSay it.", { author: "Ada", done: true });
  file.comment("Last", "Last", "Good", { author: "Grace", date: "2024-01-02T00:00:00Z" });
  file.comment("Bullet", "Bull", "Because", { answers: 0 });
  const { document: shown, comments } = editedOf(file.save());
  expect(shown).toEqual(document);
  const [, list, last] = shown.blocks;
  const bullet = list?.type === "list" ? list.items[0] : null;
  const date = "2024-05-06T07:08:00Z";
  expect(comments).toEqual([
    { author: "Ada", date, text: "Why?\nSay it.", quoted: "Bull", node: bullet, done: true },
    {
      author: "Grace",
      date: "2024-01-02T00:00:00Z",
      text: "Good",
      quoted: "Last",
      node: last,
      done: false,
    },
    { author: "HR", date, text: "Because", quoted: "Bull", node: bullet, done: true },
  ]);
  expect(comments[0]?.node).toBe(bullet);
});

test("the main part may have another name, as Word on the web gives it", () => {
  const { parts } = openDocx(written).edit("_rels/.rels", (xml) =>
    xml.replace("word/document.xml", "word/document2.xml"),
  );
  const renamed = Object.entries(parts).map(([path, part]): [string, Uint8Array] => [
    path.replace(/document(?=\.xml(?:\.rels)?$)/, "document2"),
    part,
  ]);
  expect(editedOf(zipSync(Object.fromEntries(renamed))).document).toEqual(document);
});
