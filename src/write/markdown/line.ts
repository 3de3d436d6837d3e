import { toMarkdown } from "mdast-util-to-markdown";
import type { RichText } from "../../model/ladder.js";
import { OPTIONS } from "./options.js";
import { phrasing } from "./phrasing.js";

/** A text as a line of Markdown, without the line's end; `\n` in it where the text has a break. */
export const markdownLine = (rich: RichText): string =>
  toMarkdown({ type: "paragraph", children: phrasing(rich) }, OPTIONS).replace(/\n$/, "");
