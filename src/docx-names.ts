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
  /** A hue's number may follow, see `hueNumber`. */
  label: "RungbookLabel",
  extraName: "RungbookExtraName",
  extra: "RungbookExtra",
  level: "RungbookLevel",
  grid: "RungbookGrid",
  gridCell: "RungbookGridCell",
  gridHead: "RungbookGridHead",
  /** What names a row of the grid. */
  gridName: "RungbookGridName",
  /** Links in the grid: they look like names of levels. */
  gridLink: "RungbookGridLink",
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

/** How many styles Word has for bullets, and for numbers: one a level, the last for all below. */
export const LIST_STYLES = 5;

/** Word's own style of a list's items at a level (0 to 8). */
export function listStyle(ordered: boolean, level: number): { id: string; name: string } {
  const words = ["List", ordered ? "Number" : "Bullet"];
  if (level > 0) words.push(String(Math.min(level + 1, LIST_STYLES)));
  return { id: words.join(""), name: words.join(" ") };
}

/** Word's own styles of a table of contents, and what tells the content control that holds one. */
export const TOC = {
  heading: "TOCHeading",
  /** The style of an entry at a level (1 to 3). */
  entry: (level: number) => `TOC${level}`,
  gallery: "Table of Contents",
} as const;

/** The words that end the name of a style which is another one for narrow columns, or set to a side. */
export const SMALLS = ["Smallest", "Smaller", "Small"] as const;
export const SIDES = ["Left", "Center", "Right"] as const;

/** What the key of a style says of its being a variant of the one it is based on; null: it is none. */
export function readVariant(key: string): { side: "left" | "center" | "right" | null } | null {
  const found = /^rungbook.+?(?:smallest|smaller|small)?(left|center|right)?$/.exec(key);
  const side = (found?.[1] ?? null) as "left" | "center" | "right" | null;
  return found && (side !== null || /small(?:er|est)?$/.test(key)) ? { side } : null;
}

/** How far a list's level is indented, in twentieths of a point. */
export const LIST_STEP = 300;

/** Word knows nine levels of lists (0 to 8); what lies deeper starts anew in a box. */
export const LIST_LEVELS = 9;

/** Word counts no higher (MS-OI29500, 2.1.269): a list that starts above tells it by a bookmark. */
export const MAX_LIST_START = 32_767;

/** The boxes of a task. */
export const TASK = { open: "☐", done: "☑" } as const;

/** The fill of header rows and columns, and of code. */
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

/** The number by which the styles of a hue are called, from 1. */
export const hueNumber = (hue: number): number => (hue % HUES.length) + 1;

/** The style of text in the grid's cells of a hue. */
export const gridStyle = (hue: number): string => `RungbookGrid${hueNumber(hue)}`;

/** Where the part lies that carries origin, front matter, the names of bookmarks, and the ladder. */
export const CARRIED = {
  path: "customXml/item1.xml",
  propertiesPath: "customXml/itemProps1.xml",
  namespace: "urn:rungbook:docx:1",
  element: "rungbook",
  ladder: "ladder",
  /** In a redline: the ladder before. */
  before: "before",
} as const;

/** Custom properties of the document: they tell its post where a program has dropped that part. */
export const PROPERTY = {
  sha256: "rungbook-source",
  file: "rungbook-file",
  slug: "rungbook-slug",
} as const;

/** How much of the post's hash the foot of each page shows, behind the title. */
export const HASH_LENGTH = 12;

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

/** What the name of a bookmark of ours says. */
export interface MarkName {
  kind: MarkKind;
  number: number;
  data: string[];
  /** True for the bookmark of a copy, which is another node than the one it was copied from. */
  copy: boolean;
}

/** Ends the names of bookmarks that stand only on one side of a redline: they go with their text. */
const ASIDE = "aside";

/** The name of a bookmark that goes with its text; an anchor's is a mark of ours already. */
export const asideName = (name: string): string => `${name}_${ASIDE}`;

/** True for the name of a bookmark that goes with its text. */
export const isAside = (name: string): boolean => name.endsWith(`_${ASIDE}`);

// LibreOffice renames the bookmarks of what is copied: "_rbi12_Copy_1", "se_l1_Copy_2".
const COPY = /(?:_Copy_\d+)+$/;

/** Reads a name that `markName` made; null for any other. */
export function readMark(name: string): MarkName | null {
  const found = /^_rb([a-z])(\d+)((?:_[0-9a-z]+)*)$/.exec(name.replace(COPY, ""));
  const kind = (Object.keys(MARKS) as MarkKind[]).find((each) => MARKS[each] === found?.[1]);
  if (!found || !kind) return null;
  const [, , number, data = ""] = found;
  return { kind, number: Number(number), data: data.split("_").slice(1), copy: COPY.test(name) };
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
    const fits =
      READABLE.test(anchor) && own.length <= MAX_NAME && !COPY.test(own) && !this.#taken.has(key);
    const name = fits ? own : markName("anchor", this.#told.length + 1);
    if (fits) this.#taken.add(key);
    else this.tell(name, anchor);
    this.#names.set(anchor, name);
    return name;
  }

  /** Another name for the bookmark of an anchor, for a second place where it stands. */
  another(name: string): string {
    const [anchor = name] = [...this.#names].find(([, each]) => each === name) ?? [];
    const made = asideName(markName("anchor", this.#told.length + 1));
    this.tell(made, anchor);
    return made;
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

/** The anchor that a bookmark stands for; null where it is none of a post's, or that of a copy. */
export function anchorOf(name: string, told: ReadonlyMap<string, string>): string | null {
  const mark = readMark(name);
  if (mark) return mark.kind === "anchor" ? (told.get(name) ?? null) : null;
  return name.startsWith("_") || COPY.test(name) ? null : name.replaceAll("_", "-");
}

/** The name of the nth image: programs name those that somebody puts in "Image 1", each in its language. */
export const imageName = (number: number): string => `rungbook image ${number}`;
