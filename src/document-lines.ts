import type { Card, CardSection, Document, DocumentBlock, Fact, Grid, Part } from "./document.js";
import type { Block, BlockOf, Place, RichText, Row, Span } from "./model/ladder.js";
import { labelled } from "./model/level-label.js";
import { spansOf } from "./model/rich.js";
import { trackCode } from "./model/settle.js";

/** A text of a document, with the name that a person has for where it stands. */
export interface Line {
  /** "SE 2 › Communication › 3". */
  path: string;
  /** The words alone. */
  text: string;
  /** The words with their marks, in Markdown's notation: what two lines are compared by. */
  marked: string;
  /** The words with their marks, as the document has them. */
  rich: RichText;
  /** What a page shows beside the words: the kind of block, a list's numbering, a cell's spans. */
  kind: string;
  /** The columns it stands in, the outermost first: what stands in two of a row can break over pages at once. */
  columns: readonly Column[];
  place: Place | undefined;
}

/** A column of what has several beside each other: a row, a card, a grid, a table whose rows are joined. */
export interface Column {
  of: object;
  name: string;
}

const join = (...parts: (string | number)[]): string =>
  parts.filter((each) => each !== "").join(" › ");

/** Every text of a document in its order, what is only shown among them. */
export function documentLines(document: Document): Line[] {
  const { meta } = document;
  const parts = document.blocks.filter((block) => block.type === "part");
  const codes = new Map(parts.map((part, index) => [part, codeOf(part, index)]));
  const head: [string, string | null][] = [
    ["title", meta.title],
    ["excerpt", meta.subtitle],
    ["author", meta.author],
    ["date", meta.date],
  ];
  return [
    ...head.flatMap(([path, text]) => (text === null ? [] : [line(path, { text }, "meta")])),
    ...contentLines(document.blocks, codes),
  ];
}

const codeOf = (part: Part, index: number): string =>
  trackCode(
    part.cards.map((card) => card.anchors[0] ?? null),
    part.title.text,
    index,
  );

function contentLines(blocks: readonly DocumentBlock[], codes: ReadonlyMap<Part, string>): Line[] {
  const lines: Line[] = [];
  let under = "";
  let count = 0;
  for (const block of blocks) {
    if (block.type === "part") lines.push(...partLines(block, codes.get(block) ?? ""));
    else if (block.type === "grid") lines.push(...gridLines(block));
    else {
      if (block.type === "heading") [under, count] = [block.text, 0];
      lines.push(
        ...blockLines(block, join(under === "" ? "text" : under, count === 0 ? "" : count)),
      );
      count++;
    }
  }
  return lines;
}

function line(path: string, rich: RichText, kind: string, place?: Place): Line {
  return { path, text: rich.text, marked: markedText(rich), rich, kind, columns: [], place };
}

const inColumn = (lines: readonly Line[], of: object, name: string): Line[] =>
  lines.map((each) => ({ ...each, columns: [{ of, name }, ...each.columns] }));

/** Words with their marks, in Markdown's notation: to be compared and looked at, not to be parsed. */
export const markedText = (rich: RichText): string => spansOf(rich).map(notation).join("");

function notation(span: Span): string {
  if (span.type === "break") return "\n";
  if (span.type === "note") return `[^${span.id}]`;
  if (span.type === "image") return linked(`![${span.alt}](${span.src})`, span.href);
  let text = span.code ? `\`${span.text}\`` : span.text;
  if (span.delete) text = `~~${text}~~`;
  if (span.emphasis) text = `*${text}*`;
  if (span.strong) text = `**${text}**`;
  return linked(text, span.href);
}

const linked = (text: string, href: string | undefined): string =>
  href === undefined ? text : `[${text}](${href})`;

/** Where a grid is too wide for its page, all of its rows go on together. */
function gridLines({ rows }: Grid): Line[] {
  return rows.flatMap((row, index) => {
    const name = firstText(row) ?? `row ${index + 1}`;
    return rowLines(row, rows, (column) => join("Overview", name, column === 0 ? "" : column));
  });
}

const firstText = ({ cells }: Row): string | null => {
  const block = cells[0]?.blocks[0];
  return block && "text" in block ? block.text.replaceAll("\n", " ") : null;
};

function partLines(part: Part, code: string): Line[] {
  return [
    line(join(code, "title"), part.title, `part${idsOf(part.anchors)}`, part.place),
    ...(part.standing === null
      ? []
      : [line(join(code, "standing"), { text: part.standing }, "standing", part.place)]),
    ...part.intro.flatMap((block, index) => blockLines(block, join(code, "text", index + 1))),
    ...part.columns.map((rich, index) => line(join(code, "column", index + 1), rich, "column")),
    ...part.cards.flatMap((card, index) => cardLines(card, code, index)),
  ];
}

const idsOf = (anchors: readonly string[] | undefined): string =>
  anchors && anchors.length > 0 ? ` #${anchors.join(" #")}` : "";

/** A card's label: a fact of its own, or what its title begins with. */
function labelOf({ facts }: Card): string | undefined {
  const value = (role: Fact["role"]) => facts.find((fact) => fact.role === role)?.value.text;
  return value("label") ?? labelled(value("title") ?? "")?.label;
}

function cardLines(card: Card, code: string, index: number): Line[] {
  const name = `${code} ${labelOf(card) || `level ${index + 1}`}`;
  const facts = [
    line(join(name, "heading"), { text: card.heading }, `card${idsOf(card.anchors)}`, card.place),
    ...card.facts.flatMap((fact) => [
      line(join(name, "name of", fact.name), { text: fact.name }, "fact name", fact.place),
      line(join(name, fact.name), fact.value, "fact", fact.place),
    ]),
    ...card.extras.flatMap((extra) => [
      line(join(name, "name of", extra.name), { text: extra.name }, "fact name"),
      line(join(name, extra.name), { text: extra.value }, "extra"),
    ]),
  ];
  const body = [
    ...card.summary.flatMap((block, at) => blockLines(block, join(name, at + 1))),
    ...card.sections.flatMap((section) => sectionLines(section, name)),
  ];
  return [...inColumn(facts, card, "facts"), ...inColumn(body, card, "body")];
}

function sectionLines(section: CardSection, above: string): Line[] {
  const path = join(above, section.title.text);
  const [only, ...more] = section.blocks;
  const single = only?.type === "list" && more.length === 0;
  return [
    line(path, section.title, `section${idsOf(section.anchors)}`, section.place),
    ...(single
      ? blockLines(only, path)
      : section.blocks.flatMap((block, index) => blockLines(block, join(path, index + 1)))),
    ...section.sections.flatMap((child) => sectionLines(child, path)),
  ];
}

function blockLines(block: Block, path: string): Line[] {
  switch (block.type) {
    case "paragraph":
      return [line(path, block, `paragraph${idsOf(block.anchors)}`, block.place)];
    case "heading":
      return [line(path, block, `heading ${block.depth}${idsOf(block.anchors)}`, block.place)];
    case "code":
      return [line(path, { text: block.text }, `code ${block.language ?? ""}`, block.place)];
    case "rule":
      return [line(path, { text: "" }, "rule", block.place)];
    case "list":
      return listLines(block, path);
    case "table":
      return tableLines(block, path);
    case "quote":
      return within(block.blocks, join(path, "quote"));
    case "note":
      return within(block.blocks, join(path, `note ${block.id}`));
  }
}

const within = (blocks: readonly Block[], path: string): Line[] =>
  blocks.flatMap((block, index) => blockLines(block, join(path, index + 1)));

function listLines({ items, ordered, start }: BlockOf<"list">, path: string): Line[] {
  const kind = ordered ? `numbered from ${start ?? 1}` : "bullet";
  return items.flatMap((item, index) => {
    const at = join(path, index + 1);
    const state = item.checked === undefined ? "" : item.checked ? " done" : " open";
    return [
      line(at, item, `${kind}${state}${idsOf(item.anchors)}`, item.place),
      ...within(item.blocks ?? [], at),
    ];
  });
}

function tableLines({ rows }: BlockOf<"table">, path: string): Line[] {
  return rows.flatMap((row, index) =>
    rowLines(row, isJoined(rows) ? rows : row, (column) =>
      join(path, `row ${index + 1}`, `cell ${column + 1}`),
    ),
  );
}

const isJoined = (rows: readonly Row[]): boolean =>
  rows.some(({ cells }) => cells.some(({ rowspan = 1 }) => rowspan > 1));

function rowLines(row: Row, of: object, pathOf: (column: number) => string): Line[] {
  return row.cells.flatMap((cell, column) => {
    const { header, colspan = 1, rowspan = 1, align = "" } = cell;
    const kind = `${header ? "head" : "cell"} ${colspan}x${rowspan} ${align}`;
    const [first, ...more] = cell.blocks.flatMap((block, index) =>
      blockLines(block, join(pathOf(column), index === 0 ? "" : index + 1)),
    );
    if (!first) return [line(pathOf(column), { text: "" }, kind, cell.place)];
    return inColumn([{ ...first, kind: `${kind} ${first.kind}` }, ...more], of, pathOf(column));
  });
}
