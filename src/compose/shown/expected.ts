import { type Document, type Grid, namingFact, titleHeading } from "../../document.js";
import { type Column, documentLines, type Line } from "../../document-lines.js";
import { messagesFor } from "../../messages/index.js";
import type { Place, Span } from "../../model/ladder.js";
import { spansOf } from "../../model/rich.js";
import { aboutOf } from "../../pdf-words.js";
import { hasRightToLeft, keyOf, lettersOf } from "./keys.js";

/** A text that a PDF of a document should show. */
export interface Expected {
  path: string;
  /** For people: with its spaces. */
  text: string;
  /** What it may read, as `keyOf` makes it; several where an image may stand for its words. */
  keys: readonly string[];
  /** Compared by its letters alone. */
  lettersOnly: boolean;
  /** A page may do without it. */
  optional: boolean;
  columns: readonly Column[];
  /** Where the source says it. */
  place: Place | undefined;
}

/** The texts that a PDF of this document should show, in order. */
export function expectedTexts(document: Document): Expected[] {
  const title = titleHeading(document);
  const words = messagesFor(document.meta.language);
  const lines = documentLines(document).filter(
    ({ path, kind, rich }) => (kind !== "meta" || !isAbout(path)) && rich !== title,
  );
  const shown = lines.filter(({ text, rich }) => text !== "" || rich.spans);
  const make = maker(document, numberNotes(shown));
  const own = [
    make({ path: "author, date and source", text: aboutOf(document.meta).join(" · ") }, false),
    make({ path: "contents", text: words.contents }, true),
  ];
  const named = namedCards(document);
  const grids = gridsByRows(document);
  const headed = new Set<Grid>();
  const texts = shown.flatMap((line) => {
    const outer = line.columns[0]?.of;
    const text = make(line, line.kind.startsWith("card") && named.has(outer));
    const grid = outer && grids.get(outer);
    if (!grid || headed.has(grid)) return [text];
    headed.add(grid);
    return [make({ path: "overview", text: words.overview }, true), text];
  });
  const head = shown.filter(({ kind }) => kind === "meta").length;
  return [...texts.slice(0, head), ...own, ...texts.slice(head)].filter(({ keys }) =>
    keys.some((key) => key !== ""),
  );
}

/** The lines that a contents list may have, as keys of their letters. */
export function contentsOf(document: Document): Set<string> {
  const words = messagesFor(document.meta.language);
  const lines = documentLines(document).filter(({ kind }) => /^(?:part|card|heading)/.test(kind));
  return new Set(
    [words.overview, words.untitled, ...lines.map(({ text }) => text)].map(keyOf).flatMap(bothKeys),
  );
}

/** A line of letters from the right is known by its letters alone. */
const bothKeys = (key: string): string[] => (hasRightToLeft(key) ? [key, lettersOf(key)] : [key]);

/** On the pages, who wrote it and when stand in one line with the source. */
const isAbout = (path: string): boolean => path === "author" || path === "date";

/** Cards whose facts name them: their headings stand in the contents alone. */
function namedCards(document: Document): Set<object | undefined> {
  const cards = document.blocks.flatMap((block) => (block.type === "part" ? block.cards : []));
  return new Set(cards.filter(namingFact));
}

/** The grids of a document, by what the columns of their lines are of. */
function gridsByRows(document: Document): Map<object, Grid> {
  const grids = document.blocks.filter((block) => block.type === "grid");
  return new Map(grids.map((grid): [object, Grid] => [grid.rows, grid]));
}

/** Notes are numbered as they are first referred to. */
function numberNotes(lines: readonly Line[]): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const span of lines.flatMap(({ rich }) => spansOf(rich)))
    if (span.type === "note" && !numbers.has(span.id))
      numbers.set(span.id, String(numbers.size + 1));
  return numbers;
}

type Told = Pick<Line, "path" | "text"> & Partial<Pick<Line, "rich" | "columns" | "place">>;

function maker({ meta }: Document, notes: ReadonlyMap<string, string>) {
  return (told: Told, optional: boolean): Expected => {
    const { path, text, rich = { text }, columns = [], place } = told;
    const lettersOnly = meta.direction === "rtl" || hasRightToLeft(text);
    const read = readings(spansOf(rich), notes).map(keyOf);
    const keys = [...new Set(lettersOnly ? read.map(lettersOf) : read)];
    return {
      ...{ path, text, keys, lettersOnly, columns, place },
      optional: optional || keys.includes(""),
    };
  };
}

/** Images of which each may stand for its words, before only all or none do. */
const MOST_IMAGES = 4;

/** What spans may read: an image that could not be embedded is told in words. */
function readings(spans: readonly Span[], notes: ReadonlyMap<string, string>): string[] {
  const images = spans.filter((span) => span.type === "image").length;
  const ways =
    images > MOST_IMAGES ? [0, -1] : Array.from({ length: 2 ** images }, (_, way) => way);
  return ways.map((way) => {
    let image = 0;
    return spans
      .map((span) => {
        if (span.type === "text") return span.text;
        if (span.type === "note") return notes.get(span.id) ?? "";
        if (span.type === "break") return "\n";
        const isPicture = (way >> image++) & 1;
        if (isPicture) return "";
        return span.alt === "" ? span.src : `${span.alt} (${span.src})`;
      })
      .join("");
  });
}
