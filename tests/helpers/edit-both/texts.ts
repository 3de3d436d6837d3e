import type { Document } from "../../../src/document.js";
import type { Block, RichText } from "../../../src/model/ladder.js";
import type { At } from "../edit-docx.js";
import { type Both, below, pick } from "./both.js";
import type { BothEdit, Where } from "./bullets.js";

/** Another word in a text without marks, or in a link that is all of it. */
function reworded(both: Both, at: At, rich: RichText, { to, word }: Where): boolean {
  const [span, ...more] = rich.spans ?? [];
  if (more.length > 0 || (span && span.type !== "text")) return false;
  const old = pick(rich.text.split(" "), to);
  if (!old) return false;
  both.docx.change(at, old, word);
  rich.text = rich.text.replace(old, () => word);
  if (span?.type === "text") span.text = rich.text;
  return true;
}

const fact: BothEdit = (both, where) => {
  const found = pick(both.facts(), where.at);
  return found !== undefined && reworded(both, both.at("fact", found), found.value, where);
};

const section: BothEdit = (both, where) => {
  const found = pick(both.sections(), where.at)?.section;
  return found !== undefined && reworded(both, both.at("section", found), found.title, where);
};

const track: BothEdit = (both, where) => {
  const found = pick(both.parts(), where.at);
  return found !== undefined && reworded(both, both.at("part", found), found.title, where);
};

/** Prose and headings have no bookmark: of those that stand there once, one. */
const prose: BothEdit = (both, where) => {
  const shown = both.docx.texts();
  const texts = proseOf(both.document).filter(
    ({ text }) => shown.filter((each) => each === text).length === 1,
  );
  const found = pick(texts, where.at);
  return found !== undefined && reworded(both, found.text, found, where);
};

const proseOf = ({ blocks }: Document): RichText[] =>
  blocks.filter(
    (block): block is Block & RichText => block.type === "paragraph" || block.type === "heading",
  );

const overview: BothEdit = (both, where) => {
  const { $ } = both.docx;
  const inGrids = $("w\\:tbl")
    .filter((_, table) => /^RungbookGrid/.test($(table).find("w\\:tblStyle").attr("w:val") ?? ""))
    .find("w\\:p")
    .toArray()
    .map((each) => $(each))
    .filter((each) => both.docx.textOf(each) !== "");
  const grids = both.document.blocks.filter(({ type }) => type === "grid");
  const texts = [...below(grids)].filter(
    (node): node is Block & RichText =>
      (node as Block).type === "paragraph" && (node as RichText).text !== "",
  );
  const found = pick(texts, where.at);
  const at = found && inGrids[texts.indexOf(found)];
  return found !== undefined && at !== undefined && reworded(both, at, found, where);
};

/** Edits of words that are no bullets. */
export const TEXTS = {
  "change a fact": fact,
  "rename a section": section,
  "rename a track": track,
  "change prose": prose,
  "change the overview": overview,
} satisfies Record<string, BothEdit>;
