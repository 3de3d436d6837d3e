import * as z from "zod/mini";
import { SLICES } from "./template.js";

/** A text, or one for each language. */
const text = z.union(
  [
    z.string().check(z.maxLength(500)),
    z.record(z.string().check(z.regex(/^[a-z]{2,3}$/)), z.string()),
  ],
  { error: 'a text of at most 500 characters, or one for each language ("en", "de")' },
);

const oneOf = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `one of ${words.join(", ")}` });

const count = (most: number) =>
  z
    .int({ error: `a number from 1 to ${most}` })
    .check(
      z.gte(1, { error: `a number from 1 to ${most}` }),
      z.lte(most, { error: `a number from 1 to ${most}` }),
    );

const flag = z.boolean({ error: "true or false" });

/** The types of fields. */
export const FIELD_TYPES = ["text", "date", "money", "number", "boolean", "choice"] as const;

const Field = z.strictObject({
  type: oneOf(FIELD_TYPES),
  required: z._default(flag, false),
  label: z.optional(text),
  /** Dates: full, long, medium, short; money: the currency where none is told; numbers: integer, decimal, percent. */
  format: z.optional(z.string({ error: "a text" })),
  choices: z.optional(
    z
      .array(z.string({ error: "a text" }), { error: "a list of texts" })
      .check(z.minLength(1, { error: "at least one" })),
  ),
  default: z.optional(z.string({ error: "a text in quotes" })),
});

const FILE = "a .md file beside packet.yaml";
const file = z
  .string({ error: FILE })
  .check(z.regex(/^[a-z0-9][a-z0-9_-]*\.md$/i, { error: FILE }));

const Part = z.strictObject({
  /** One of these three. */
  file: z.optional(file),
  slice: z.optional(oneOf(SLICES)),
  page: z.optional(z.literal("new", { error: '"new"' })),
  /** Only where there is a level above, or where there is none. */
  when: z.optional(oneOf(["next", "last"])),
  heading: z.optional(text),
  fields: z.optional(
    z.array(z.string({ error: "the name of a field" }), { error: "a list of fields" }),
  ),
  count: z.optional(count(9)),
  lines: z.optional(count(40)),
});

const NAME = 'letters and digits, with "." or "_" between, such as candidate.name';
const FIELD_NAME = /^[a-z][a-z0-9]*(?:[._][a-z0-9]+)*$/;

const pages = z.strictObject({ least: count(99), most: count(99) });

/** `packet.yaml`: the one source of its type and its checks. */
export const PacketFile = z.strictObject({
  title: text,
  subtitle: z.optional(text),
  /** Heads of pages: at the left and at the right. */
  header: z._default(z.strictObject({ left: z.optional(text), right: z.optional(text) }), {}),
  /** Files are called so, without their ending. */
  file: z
    .string({ error: "a text with slots" })
    .check(z.minLength(1, { error: "a text with slots" })),
  theme: z.optional(z.string({ error: "the name of a theme, or a .yaml file beside packet.yaml" })),
  pages: z.optional(pages),
  fields: z.record(z.string().check(z.regex(FIELD_NAME, { error: NAME })), Field, {
    error: "a mapping of names to fields",
  }),
  parts: z
    .array(Part, { error: "a list of parts" })
    .check(z.minLength(1, { error: "at least one part" })),
});

/** What `packet.yaml` says. */
export type PacketFile = z.output<typeof PacketFile>;
