/**
 * The names by which the two directions of DOCX understand each other: styles, bookmarks, and the
 * part that carries what no page shows. A document keeps them when it is edited and saved.
 */

/** Ids of the styles that carry meaning; an id in lower case is its style's name without spaces. */
export const STYLE = {
  title: "Title",
  subtitle: "Subtitle",
  byline: "RungbookByline",
  author: "RungbookAuthor",
  date: "RungbookDate",
  standing: "RungbookStanding",
  column: "RungbookColumn",
  factName: "RungbookFactName",
  fact: "RungbookFact",
  factTitle: "RungbookFactTitle",
  /** A hue's number may follow. */
  label: "RungbookLabel",
  extraName: "RungbookExtraName",
  extra: "RungbookExtra",
  level: "RungbookLevel",
  grid: "RungbookGrid",
  gridCell: "RungbookGridCell",
  gridHead: "RungbookGridHead",
  table: "RungbookTable",
  tableHead: "RungbookTableHead",
  tableText: "RungbookTableText",
  quoteBox: "RungbookQuoteBox",
  note: "RungbookNote",
  noteLabel: "RungbookNoteLabel",
  noteReference: "RungbookNoteReference",
  nest: "RungbookNest",
  /** A heading of the first depth: Heading 1 is one of the second. */
  heading: "RungbookHeading",
  quote: "Quote",
  bullet: "ListBullet",
  number: "ListNumber",
  code: "RungbookCode",
  codeText: "RungbookCodeText",
  rule: "RungbookRule",
  task: "RungbookTask",
  imageAlt: "RungbookImageAlt",
  imageAddress: "RungbookImageAddress",
  /** An empty paragraph between blocks that would grow together. */
  gap: "RungbookGap",
  /** The paragraph of a cell that only makes its row as long as the others. */
  padding: "RungbookPadding",
} as const;

/** The form in which ids and names of styles are compared: programs rewrite both. */
export const styleKey = (name: string): string => name.replace(/[\s_-]/g, "").toLowerCase();

/** The id of the built-in style of Word's heading level n (1 to 9). */
export const headingStyle = (level: number): string => `Heading${level}`;

/** How far a list's level is indented, in twentieths of a point. */
export const LIST_STEP = 300;

/** Word knows nine levels of lists (0 to 8); what lies deeper starts anew in a box. */
export const LIST_LEVELS = 9;

/** Word counts no higher (MS-OI29500, 2.1.269): a list that starts above tells it by a bookmark. */
export const MAX_LIST_START = 32_767;

/** The boxes of a task. */
export const TASK = { open: "☐", done: "☑" } as const;

/** The shading of header cells. */
export const HEAD_FILL = "F3F6F9";

/** A part's colour and its pale tint; hues come again after the last. */
export const HUES = [
  { ink: "0F766E", tint: "DFF1EF" },
  { ink: "4338CA", tint: "E5E5FA" },
  { ink: "9A5B00", tint: "F9EAD7" },
  { ink: "9D174D", tint: "FAE3EC" },
  { ink: "1D4ED8", tint: "E0E9FC" },
  { ink: "3F6212", tint: "E9F2DC" },
] as const;

/** Where the part lies that carries origin, front matter and the names of bookmarks. */
export const CARRIED = {
  path: "customXml/item1.xml",
  propertiesPath: "customXml/itemProps1.xml",
  namespace: "urn:rungbook:docx:1",
  element: "rungbook",
} as const;

const MARKS = {
  part: "p",
  end: "e",
  card: "c",
  section: "s",
  item: "i",
  fact: "f",
  grid: "g",
  row: "h",
  cell: "t",
  wide: "w",
  language: "l",
  note: "n",
  start: "o",
  anchor: "a",
} as const;

/** What a bookmark of ours says of the place where it stands. */
export type MarkKind = keyof typeof MARKS;

/** The name of the nth bookmark of a kind; Word hides bookmarks that begin with an underscore. */
export const markName = (kind: MarkKind, number: number, ...data: (number | string)[]): string =>
  `_rb${MARKS[kind]}${[number, ...data].join("_")}`;

/** Reads a name that `markName` made; null for any other. LibreOffice renames a copy. */
export function readMark(name: string): { kind: MarkKind; data: string[] } | null {
  const found = /^_rb([a-z])\d+((?:_[0-9a-z]+)*)$/.exec(name.replace(/_Copy_\d+$/, ""));
  const kind = (Object.keys(MARKS) as MarkKind[]).find((each) => MARKS[each] === found?.[1]);
  return found && kind ? { kind, data: (found[2] ?? "").split("_").slice(1) } : null;
}

// Word compares the names of bookmarks without case, and allows 40 characters of them.
const READABLE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/i;
const MAX_NAME = 40;

/** Gives every anchor the name of its bookmark: its own where Word allows it, else a number. */
export class BookmarkNames {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #told: [name: string, text: string][] = [];

  /** The bookmark's name for an anchor, the same at every call. */
  nameOf(anchor: string): string {
    const known = this.#names.get(anchor);
    if (known !== undefined) return known;
    const own = anchor.replaceAll("-", "_");
    const key = own.toLowerCase();
    const fits = READABLE.test(anchor) && own.length <= MAX_NAME && !this.#taken.has(key);
    const name = fits ? own : markName("anchor", this.#told.length + 1);
    if (fits) this.#taken.add(key);
    else this.tell(name, anchor);
    this.#names.set(anchor, name);
    return name;
  }

  /** Carries a text that the bookmark's name can't hold. */
  tell(name: string, text: string): void {
    this.#told.push([name, text]);
  }

  /** The texts that the names alone do not tell. */
  get told(): readonly (readonly [name: string, text: string])[] {
    return this.#told;
  }
}

/** The anchor that a bookmark stands for; null where it is none of a post's anchors. */
export function anchorOf(name: string, told: ReadonlyMap<string, string>): string | null {
  const mark = readMark(name);
  if (mark) return mark.kind === "anchor" ? (told.get(name) ?? null) : null;
  return name.startsWith("_") ? null : name.replaceAll("_", "-");
}
