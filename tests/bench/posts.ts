import { type Cheerio, type CheerioAPI, load } from "cheerio";
import type { AnyNode } from "domhandler";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The seed post with its tracks so many times, each time under other ids: 12 levels a time. */
export function multiply(seed: string, times: number): string {
  const first = seed.indexOf("## Individual Contributor Track");
  const after = seed.indexOf('<div class="small-font">');
  const tracks = seed.slice(first, after);
  const copies = Array.from({ length: times }, (_, index) =>
    index === 0 ? tracks : tracks.replace(/(id="|href="#)([^"]+)"/g, `$1$2-${index}"`),
  );
  return seed.slice(0, first) + copies.join("") + seed.slice(after);
}

/** A DOCX rendering with a word typed before so many of its bullets, spread over all. */
export function changeBullets(docx: Uint8Array, most: number): Uint8Array {
  const parts = unzipSync(docx);
  const xml = strFromU8(parts[MAIN] ?? new Uint8Array());
  const step = Math.ceil((xml.match(BULLET)?.length ?? 0) / most);
  let count = 0;
  const changed = xml.replace(BULLET, (start) => (count++ % step === 0 ? `${start}Anew ` : start));
  return zipSync({ ...parts, [MAIN]: strToU8(changed) });
}

const MAIN = "word/document.xml";
const BULLET = /w:name="_rbi\d+"\/><w:r><w:t xml:space="preserve">/g;

/** The post as the HTML that pandoc reads best: its few Markdown headings written as elements. */
export const asHtml = (post: string): string =>
  post.replace(/^---\n[\s\S]*?\n---\n/, "").replace(/^## (.*)$/gm, "<h2>$1</h2>");

/** The post as Typst's markup: headings, tables and bullets, without its links. */
export function asTypst(post: string): string {
  const $ = load(asHtml(post));
  return $("body")
    .children()
    .get()
    .map((node) => block($, $(node)))
    .join("\n\n");
}

function block($: CheerioAPI, node: Cheerio<AnyNode>): string {
  if (!node.is("table")) return node.is("h2") ? `= ${escaped(node.text())}` : inner($, node);
  const rows = node.find("tr").get();
  const widest = Math.max(...rows.map((row) => $(row).children().length));
  const cells = rows
    .flatMap((row) => $(row).children().get())
    .map((cell) => `[${inner($, $(cell))}]`);
  return `#table(columns: ${widest}, ${cells.join(",\n")})`;
}

function inner($: CheerioAPI, node: Cheerio<AnyNode>): string {
  const parts = node.find("h3, h4, li, p").get();
  if (parts.length === 0) return escaped(node.text());
  return parts
    .map((part) => `${$(part).is("li") ? "- " : ""}${escaped($(part).text())}`)
    .join("\n\n");
}

const escaped = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\#*_$@<>`[\]~=+/-]/g, "\\$&");
