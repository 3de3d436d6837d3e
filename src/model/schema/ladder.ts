import { z } from "zod";
import { Block } from "./blocks.js";
import { Overview } from "./overview.js";
import { Track } from "./track.js";

/** The name under which a JSON rendering refers to this schema. */
export const SCHEMA_ID = "urn:rungbook:schema:ladder:1";

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
