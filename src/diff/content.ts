import type {
  Attribute,
  Block,
  Cell,
  Content,
  Item,
  Ladder,
  Level,
  Row,
  Section,
  Track,
} from "../model/ladder.js";
import { settle } from "../model/settle.js";
import { readFrontMatter } from "../read/front-matter.js";
import type { Piece, PieceKind } from "./change.js";
import { richOf } from "./piece.js";
import { ORIGINS } from "./tree.js";

/** The ladder that a tree of pieces tells; its slug, file and hash are those of `like`. */
export function ladderOf(root: Piece, like: Ladder): Ladder {
  const front = partsOf(root, "front");
  const yaml = front.filter(({ form = "" }) => !isOrigin(form)).map(({ text }) => text ?? "");
  const { slug, file, sha256 } = like.origin;
  const told = ORIGINS.flatMap((key) => {
    const found = front.find(({ form }) => form === `origin ${key}`);
    return found?.text === undefined ? [] : [[key, found.text] as const];
  });
  return settle({
    origin: { slug, file, sha256, ...Object.fromEntries(told) },
    frontMatter: yaml.length > 0 ? readFrontMatter(yaml.join("\n"), 1).value : null,
    content: (root.parts ?? []).filter(({ kind }) => kind !== "front").map(contentOf),
  });
}

const isOrigin = (form: string): boolean => ORIGINS.some((key) => form === `origin ${key}`);

const partsOf = (piece: Piece, kind: PieceKind): Piece[] =>
  (piece.parts ?? []).filter((part) => part.kind === kind);

const anchorsOf = ({ anchors }: Piece) => (anchors ? { anchors } : {});

function contentOf(piece: Piece): Content {
  if (piece.kind === "track") return trackOf(piece);
  if (piece.kind !== "overview") return blockOf(piece);
  return { type: "overview", rows: rowsOf(piece), scale: null, tracks: [] };
}

function trackOf(piece: Piece): Track {
  const columns = partsOf(piece, "column").map(richOf);
  return {
    type: "track",
    title: richOf(piece),
    family: null,
    discipline: null,
    code: "",
    ...(columns.length > 0 && { columns }),
    intro: blocksOf(piece),
    levels: partsOf(piece, "level").map(levelOf),
    ...anchorsOf(piece),
  };
}

const levelOf = (piece: Piece): Level => ({
  anchor: null,
  label: null,
  titles: [],
  grades: [],
  attributes: partsOf(piece, "attribute").map(attributeOf),
  summary: blocksOf(piece),
  sections: partsOf(piece, "section").map(sectionOf),
  ...anchorsOf(piece),
});

const attributeOf = (piece: Piece): Attribute => ({ name: piece.form ?? "", ...richOf(piece) });

function sectionOf(piece: Piece): Section {
  const sections = partsOf(piece, "section").map(sectionOf);
  const own = { title: richOf(piece), blocks: blocksOf(piece), ...anchorsOf(piece) };
  return sections.length > 0 ? { ...own, sections } : own;
}

const NO_BLOCKS: ReadonlySet<PieceKind> = new Set(["column", "level", "attribute", "section"]);

const blocksOf = ({ parts = [] }: Piece): Block[] =>
  parts.filter(({ kind }) => !NO_BLOCKS.has(kind)).map(blockOf);

function blockOf(piece: Piece): Block {
  const { kind, form = "" } = piece;
  switch (kind) {
    case "paragraph":
      return { type: kind, ...richOf(piece), ...anchorsOf(piece) };
    case "heading":
      return { type: kind, depth: Number(form), ...richOf(piece), ...anchorsOf(piece) };
    case "code":
      return { type: kind, ...(form && { language: form }), text: piece.text ?? "" };
    case "rule":
      return { type: kind };
    case "list":
      return { type: kind, ...numberingOf(form), items: partsOf(piece, "item").map(itemOf) };
    case "table":
      return { type: kind, rows: rowsOf(piece) };
    case "quote":
      return { type: kind, blocks: blocksOf(piece) };
    case "note":
      return { type: kind, id: form, blocks: blocksOf(piece) };
    default:
      throw new RangeError(`Unexpected ${kind}, expected a block`);
  }
}

/** Undoes the form that `match` gives a list: "from 3", or nothing for bullets. */
function numberingOf(form: string) {
  const start = Number(form.replace("from ", ""));
  return { ordered: form !== "", ...(form !== "" && start !== 1 && { start }) };
}

function itemOf(piece: Piece): Item {
  const blocks = blocksOf(piece);
  return {
    ...richOf(piece),
    ...(piece.form && { checked: piece.form === "done" }),
    ...(blocks.length > 0 && { blocks }),
    ...anchorsOf(piece),
  };
}

const rowsOf = (piece: Piece): Row[] =>
  partsOf(piece, "row").map((row) => ({ cells: partsOf(row, "cell").map(cellOf) }));

/** Undoes the form that `match` gives a cell: "head 2x1 left". */
function cellOf(piece: Piece): Cell {
  const [, head, colspan, rowspan, align] =
    /^(head|cell) (\d+)x(\d+) (left|center|right)?$/.exec(piece.form ?? "") ?? [];
  return {
    ...(head === "head" && { header: true as const }),
    ...(Number(colspan) > 1 && { colspan: Number(colspan) }),
    ...(Number(rowspan) > 1 && { rowspan: Number(rowspan) }),
    ...(align && { align: align as "left" }),
    blocks: blocksOf(piece),
  };
}
