import { gfmToMarkdown } from "mdast-util-gfm";
import type { Options } from "mdast-util-to-markdown";

/** One cell is one edit: cells are not padded to a common width, which would change every line. */
export const OPTIONS: Options = {
  bullet: "-",
  rule: "_",
  fences: true,
  listItemIndent: "one",
  unsafe: [
    // The library leaves "_" inside a word alone, and is wrong where it encodes the letter before it.
    { character: "_", inConstruct: "phrasing" },
    // A reference to a note and a colon would define the note.
    { character: ":", before: "\\]", inConstruct: "phrasing" },
  ],
  handlers: {
    // It skips the escape of a "_" before a letter that it encodes, which then ends what "_" began.
    text: (node, _, state, info) =>
      state.safe(node.value, info).replace(/(?<!\\)((?:\\\\)*)_/g, "$1\\_"),
  },
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
};
