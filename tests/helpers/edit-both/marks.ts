import type { TextSpan } from "../../../src/model/ladder.js";
import type { At, DocxFile } from "../edit-docx.js";
import { pick } from "./both.js";
import type { BothEdit } from "./bullets.js";

type Look = Omit<TextSpan, "type" | "text">;

/** Gives a word in the middle of a bullet another look. */
const marked =
  (look: Look, mark: (docx: DocxFile, at: At, words: string) => unknown): BothEdit =>
  (both, { at }) => {
    const item = pick(both.plainItems(), at)?.item;
    const words = item?.text.split(" ").slice(1, -1) ?? [];
    const found = words.find((each) => each !== "" && item?.text.split(each).length === 2);
    if (!item || found === undefined) return false;
    mark(both.docx, both.at("item", item), found);
    const start = item.text.indexOf(found);
    item.spans = [
      { type: "text", text: item.text.slice(0, start) },
      { type: "text", text: found, ...look },
      { type: "text", text: item.text.slice(start + found.length) },
    ];
    return true;
  };

const ADDRESS = "https://example.org/?a=1&b=2";

/** Takes all bold, all italics and all links of a bullet away. */
const plain: BothEdit = (both, { at }) => {
  const marked = both
    .items()
    .filter(({ item }) => item.spans?.every(({ type }) => type === "text"));
  const item = pick(marked, at)?.item;
  if (!item) return false;
  both.docx.plain(both.at("item", item));
  delete item.spans;
  return true;
};

/** Edits of how words look, and where they lead. */
export const MARKS = {
  bold: marked({ strong: true }, (docx, at, words) => docx.bold(at, words)),
  italic: marked({ emphasis: true }, (docx, at, words) => docx.italic(at, words)),
  link: marked({ href: ADDRESS }, (docx, at, words) => docx.link(at, words, ADDRESS)),
  "take marks away": plain,
} satisfies Record<string, BothEdit>;
