import { z } from "zod";

/**
 * The one schema of a ladder: types, validation and the published JSON Schema all come from here.
 *
 * Two kinds of property stand beside each other. *Authored* ones hold what the post says, each word
 * once. *Derived* ones (marked so) are computed from them by `settle` and never read back from a
 * rendering, so that they can't disagree with what they are derived from.
 */

/** The name under which a JSON rendering refers to this schema. */
export const SCHEMA_ID = "urn:rungbook:schema:ladder:1";

const Point = z.object({
  line: z.int().min(1),
  column: z.int().min(1),
  offset: z.int().min(0),
});

/** Where a node stands in its post: unist's Position, with offsets in UTF-16 code units. */
export const Place = z.object({ start: Point, end: Point });

const Anchors = z.array(z.string().min(1)).min(1);

const node = {
  /** Ids under which links reach this node, in the order of the source. */
  anchors: Anchors.optional(),
  /** Where the node stands in the post. Kept in memory only: no rendering carries it. */
  place: Place.optional(),
};

const TextSpan = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1),
  strong: z.literal(true).optional(),
  emphasis: z.literal(true).optional(),
  delete: z.literal(true).optional(),
  code: z.literal(true).optional(),
  href: z.string().min(1).optional(),
});
const BreakSpan = z.strictObject({ type: z.literal("break") });
const ImageSpan = z.strictObject({
  type: z.literal("image"),
  src: z.string().min(1),
  alt: z.string(),
  href: z.string().min(1).optional(),
});
const NoteSpan = z.strictObject({
  type: z.literal("note"),
  id: z.string().regex(/^[\w-]+$/),
});

/** A piece of a line: text with its marks, a line break, an image, or a reference to a note. */
export const Span = z.discriminatedUnion("type", [TextSpan, BreakSpan, ImageSpan, NoteSpan]);

const rich = {
  /** The words alone; a line break is "\n", an image its alternative text. */
  text: z.string(),
  /** The same words with their marks; absent where the text has none. */
  spans: z.array(Span).min(1).optional(),
};

/** Text as written: plain, and with marks where it has any. */
export const RichText = z.strictObject(rich);

const Paragraph = z.strictObject({
  type: z.literal("paragraph"),
  ...rich,
  ...node,
});
const Heading = z.strictObject({
  type: z.literal("heading"),
  depth: z.int().min(1).max(6),
  ...rich,
  ...node,
});
const Code = z.strictObject({
  type: z.literal("code"),
  language: z.string().min(1).optional(),
  text: z.string().min(1),
  place: Place.optional(),
});
const Rule = z.strictObject({
  type: z.literal("rule"),
  place: Place.optional(),
});

/** One bullet: an expectation where it stands in a level's section. */
export const Item = z.strictObject({
  ...rich,
  /** State of a task ("[x]"); absent where the item is none. */
  checked: z.boolean().optional(),
  /** Derived: the leading term of "**Term**: text". */
  term: z.string().optional(),
  /** What the item holds below its first line: nested lists, further paragraphs. */
  get blocks() {
    return z.array(Block).min(1).optional();
  },
  ...node,
});

const List = z.strictObject({
  type: z.literal("list"),
  ordered: z.boolean(),
  /** The first number of an ordered list, where it is not 1. */
  start: z.int().min(0).max(999_999_999).optional(),
  get items() {
    return z.array(Item).min(1);
  },
  place: Place.optional(),
});

const Cell = z.strictObject({
  header: z.literal(true).optional(),
  colspan: z.int().min(2).max(1000).optional(),
  rowspan: z.int().min(2).max(65_534).optional(),
  align: z.enum(["left", "center", "right"]).optional(),
  get blocks() {
    return z.array(Block);
  },
  place: Place.optional(),
});
const Row = z.strictObject({
  cells: z.array(Cell).min(1),
  place: Place.optional(),
});
const Table = z.strictObject({
  type: z.literal("table"),
  rows: z.array(Row).min(1),
  place: Place.optional(),
});

const Quote = z.strictObject({
  type: z.literal("quote"),
  get blocks() {
    return z.array(Block).min(1);
  },
  place: Place.optional(),
});

/** A footnote's text, where the post defines it. */
const Note = z.strictObject({
  type: z.literal("note"),
  id: z.string().regex(/^[\w-]+$/),
  get blocks() {
    return z.array(Block).min(1);
  },
  place: Place.optional(),
});

/** Ordinary content. */
export const Block = z.discriminatedUnion("type", [
  Paragraph,
  Heading,
  Code,
  Rule,
  List,
  Table,
  Quote,
  Note,
]);

/** A range of years as far as the text says one: "8+ years" is `{min: 8, max: null}`. */
const Range = z.strictObject({ min: z.number(), max: z.number().nullable() });

const Attribute = z.strictObject({
  name: z.string().min(1),
  ...rich,
  /** Derived: what the attribute is, where its name tells. */
  role: z.enum(["label", "title", "experience"]).optional(),
  /** Derived: the range that the text states. */
  range: Range.optional(),
  place: Place.optional(),
});

/** Spelled out, since TypeScript does not infer this recursion by itself. */
interface SectionNode {
  title: z.infer<typeof RichText>;
  blocks: z.infer<typeof Block>[];
  sections?: SectionNode[] | undefined;
  anchors?: string[] | undefined;
  place?: z.infer<typeof Place> | undefined;
}

/** A heading inside a level, its blocks, and the sections below it: at most three deep. */
export const Section: z.ZodType<SectionNode> = z.strictObject({
  title: RichText,
  blocks: z.array(Block),
  ...node,
  get sections() {
    return z.array(Section).min(1).optional();
  },
});

const Level = z.strictObject({
  ...node,
  /** Derived: the first anchor. */
  anchor: z.string().nullable(),
  /** Derived: "3/4", "IC5"; text, never a number. */
  label: z.string().nullable(),
  /** Derived: one row may name two titles. */
  titles: z.array(z.string()),
  /** Derived: the grades under which the overview shows the level. */
  grades: z.array(z.string()),
  attributes: z.array(Attribute),
  summary: z.array(Block),
  sections: z.array(Section),
});

const Track = z.strictObject({
  type: z.literal("track"),
  title: RichText,
  /** Derived: "Individual Contributor Track" and "Software Engineer" of the title. */
  family: z.string().nullable(),
  discipline: z.string().nullable(),
  /** Derived: the short name used in messages: "SE". */
  code: z.string(),
  /** What heads the columns of the track's levels, where the post says it. */
  columns: z.array(RichText).min(1).optional(),
  intro: z.array(Block),
  levels: z.array(Level).min(1),
  ...node,
});

const OverviewEntry = z.strictObject({
  /** Text, as on the scale: "4"; null where the overview has no scale. */
  grade: z.string().nullable(),
  label: z.string().nullable(),
  title: z.string(),
  anchor: z.string(),
});

const Overview = z.strictObject({
  type: z.literal("overview"),
  rows: z.array(Row).min(1),
  /** Derived: which row is the company-wide scale, and its grades. */
  scale: z
    .strictObject({
      row: z.int().min(0),
      title: z.string(),
      grades: z.array(z.string()),
    })
    .nullable(),
  /** Derived: the rows that show a track's levels. */
  tracks: z.array(
    z.strictObject({
      row: z.int().min(0),
      title: z.array(z.string()),
      levels: z.array(OverviewEntry),
    }),
  ),
  place: Place.optional(),
});

/** A JSON value, as front matter may hold it. */
const Value: z.ZodType<JsonValue> = z.json() as z.ZodType<JsonValue>;
type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

const FrontMatter = z.strictObject({
  /** The YAML as written, without its fences and with "\n" as line end. */
  yaml: z.string().min(1),
  /** Derived: its entries, in their order. */
  entries: z.array(z.strictObject({ key: z.string(), value: Value })),
});

/** What is known of a ladder beside the text of its post. */
const Origin = z.strictObject({
  /** Names the renderings: `output/<slug>.pdf`. */
  slug: z.string(),
  /** The post's file name, without its folder. */
  file: z.string(),
  /** SHA-256 of the post, with "\n" as line end and without byte order mark, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The date in the file's name, or SOURCE_DATE_EPOCH's: "2019-12-17". */
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** What an HTML page's `<title>` and `lang` say. */
  title: z.string().min(1).optional(),
  language: z.string().min(1).optional(),
});

/** All that a post says. */
export const Ladder = z.strictObject({
  $schema: z.literal(SCHEMA_ID),
  origin: Origin,
  frontMatter: FrontMatter.nullable(),
  /** Derived: from front matter, the page's title, the first heading or the slug. */
  title: z.string(),
  excerpt: z.string().nullable(),
  author: z.string().nullable(),
  date: z.string().nullable(),
  /** Derived: a BCP 47 tag. */
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
  content: z.array(z.union([Block, Track, Overview])),
});
