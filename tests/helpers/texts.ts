import { load } from "cheerio";
import { strFromU8, unzipSync } from "fflate";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visitParents } from "./visit.js";

/**
 * The text of a rendering as other tools see it: pdf.js for PDF (without artifacts), a plain walk of
 * `word/document.xml` for DOCX, remark for Markdown, the "text" properties of JSON. Texts of different
 * blocks are parted by "\n".
 */
export const TEXT_OF = { pdf: pdfText, docx: docxText, md: markdownText, json: jsonText } as const;

async function pdfText(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const texts: string[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const content = await (await pdf.getPage(page)).getTextContent({ includeMarkedContent: true });
    const open: boolean[] = [];
    for (const item of content.items) {
      if ("str" in item) {
        if (!open.includes(true)) texts.push(item.str);
      } else if (item.type.startsWith("begin"))
        open.push((item as { tag?: string }).tag === "Artifact");
      else open.pop();
    }
  }
  await task.destroy();
  return texts.join("\n");
}

async function docxText(bytes: Uint8Array): Promise<string> {
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([paragraph]) => [
      ...paragraph.matchAll(
        /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<wp:docPr [^>]*?descr="([^"]*)"/g,
      ),
    ])
    .map((runs) => runs.map(([, text, alt]) => decode(text ?? alt ?? "\n")).join(""))
    .join("\n");
}

const decode = (xml: string): string => load(xml, { xml: { decodeEntities: true } }).text();

async function markdownText(bytes: Uint8Array): Promise<string> {
  const root = unified().use(remarkParse).use(remarkGfm).parse(new TextDecoder().decode(bytes));
  return visitParents(root);
}

async function jsonText(bytes: Uint8Array): Promise<string> {
  const texts: string[] = [];
  const visit = (node: unknown): void => {
    if (!node || typeof node !== "object") return;
    for (const [key, value] of Object.entries(node)) {
      if ((key === "text" || key === "name") && typeof value === "string") texts.push(value);
      else if (key !== "spans") visit(value);
    }
  };
  visit(JSON.parse(new TextDecoder().decode(bytes)));
  return texts.join("\n");
}
