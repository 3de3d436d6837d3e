import type { Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { MAX_DEPTH } from "../html.js";

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter)
  .use(withoutGuesses)
  .freeze();

/**
 * Takes the afterthought out of GFM's autolinks: it looks for addresses in text that is already
 * unescaped, and so links what an author escaped. The tokenizer finds the others by itself.
 */
function withoutGuesses(this: Processor): void {
  const data = this.data();
  const settled = (data.fromMarkdownExtensions ?? []).flat();
  data.fromMarkdownExtensions = settled.map(({ transforms: _, ...extension }) => extension);
}

/**
 * A paragraph with more marks ("*", "_", "~", "[", "`", "<!") than this is refused: pairing them up
 * takes the square of their number.
 */
export const MAX_MARKS = 5000;

/** The line (1-based) at which a paragraph of more than MAX_MARKS marks begins; null for none. */
export function overmarkedLine(text: string): number | null {
  let line = 1;
  for (const paragraph of text.split(/(?<=\n[ \t]*\r?\n)/)) {
    if ((paragraph.match(/[*_~]+|[[`]|<!/g)?.length ?? 0) > MAX_MARKS) return line;
    line += paragraph.match(/\n/g)?.length ?? 0;
  }
  return null;
}

/** The line (1-based) with more container marks than any post nests; null where there is none. */
export function overnestedLine(text: string): number | null {
  const found = OVERNESTED.exec(text);
  return found ? (text.slice(0, found.index).match(/\n/g)?.length ?? 0) + 1 : null;
}
const OVERNESTED = new RegExp(`^(?: {0,3}(?:>|[-*+] |\\d{1,9}[.)] )){${MAX_DEPTH + 1},}`, "m");

/** Parses GFM with YAML front matter; null where it is nested too deep for the parser. */
export function parseMarkdown(text: string): Root | null {
  try {
    return parser.parse(text);
  } catch (error) {
    // micromark has no limit of its own: thousands of nested containers end its stack.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
