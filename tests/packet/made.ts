import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Nodes, Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Ladder } from "../../src/model/ladder.js";
import { type Made, makePacket, type Order, type Shared } from "../../src/packet/make.js";
import { readTemplate } from "../../src/packet/read.js";
import type { Template } from "../../src/packet/template.js";
import { checkValues } from "../../src/packet/values.js";
import { readPost, readShownTexts } from "../../src/read/index.js";
import type { Format } from "../../src/write/index.js";
import { SEED } from "../cli/run.js";
import { defaultTheme, testResources } from "../helpers/resources.js";

/** The post that the project is built around. */
export const source = readFileSync(SEED);
const read = readPost(source, { file: "2019-12-17-engineering-job-ladder.md" });
if (!read.value) throw new Error("the seed can't be read");
/** Its ladder. */
export const ladder: Ladder = read.value;

/** A template that ships. */
export async function shipped(name: string): Promise<Template> {
  const { value, messages } = await readTemplate(`templates/${name}`, `templates/${name}`);
  if (!value) throw new Error(messages.map(String).join("\n"));
  return value;
}

/** What packets of a template are made with. */
export const sharedOf = (template: Template, more: Partial<Shared> = {}): Shared => ({
  ladder,
  source,
  template,
  theme: defaultTheme,
  locale: "en-GB",
  formats: ["pdf", "docx", "md", "json"],
  allowFindings: false,
  resources: testResources(),
  encryption: null,
  ...more,
});

/** An order with values as a user gives them. */
export function orderOf(
  template: Template,
  values: Record<string, unknown>,
  more: Partial<Order> = {},
): Order {
  const given = Object.entries(values).map(
    ([name, value]) => [name, { value, place: `--set ${name}` }] as const,
  );
  const { value, messages } = checkValues(template, new Map(given));
  if (!value) throw new Error(messages.map(({ reason }) => reason).join("\n"));
  return { level: "se-l2", title: null, values: value, ...more };
}

/** The bytes of a packet's forms; an error is thrown. */
export async function made(order: Order, shared: Shared): Promise<Record<Format, Uint8Array>> {
  const { value, messages } = await makePacket(order, shared);
  if (!value) throw new Error(messages.map((each) => `${each.file}: ${each.reason}`).join("\n"));
  return Object.fromEntries(value.map(({ format, bytes }: Made) => [format, bytes])) as Record<
    Format,
    Uint8Array
  >;
}

/** The texts of a Markdown file's paragraphs, headings and cells, as remark reads them. */
export function markdownTexts(bytes: Uint8Array): string[] {
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);
  return textsIn(parser.parse(new TextDecoder().decode(bytes)) as Root);
}

function textsIn(node: Nodes): string[] {
  if (["paragraph", "heading", "tableCell"].includes(node.type)) return [textOf(node)];
  return "children" in node ? node.children.flatMap(textsIn) : [];
}

function textOf(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map(textOf).join("") : "";
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The texts of a DOCX's paragraphs, by its `w:t` and `w:br`. */
export function docxTexts(bytes: Uint8Array): string[] {
  const xml = new TextDecoder().decode(unzipSync(bytes)["word/document.xml"]);
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
      .map(([, text]) => text ?? "\n")
      .join("")
      .replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
        code === undefined ? (ENTITIES[name] ?? "") : String.fromCodePoint(Number(code)),
      ),
  );
}

/** The texts of a PDF's blocks, as its tags have them. */
export async function pdfTexts(bytes: Uint8Array): Promise<string[]> {
  const { value, messages } = await readShownTexts(bytes);
  if (!value) throw new Error(messages.map(String).join("\n"));
  return value.map(({ text }) => text);
}

/** A template in memory with one text. */
export const textTemplate = (text: string, fields: Template["fields"]): Template => ({
  name: "test",
  file: "test/packet.yaml",
  title: "Title",
  subtitle: null,
  header: { left: "", right: "" },
  fields,
  parts: [{ type: "text", files: [{ file: "test/text.md", language: null, text }] }],
  theme: null,
  fileName: "test",
  pages: null,
  hash: "0".repeat(64),
});
