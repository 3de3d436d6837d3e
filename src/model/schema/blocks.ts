import { z } from "zod";
import { node, Place } from "./node.js";
import { rich } from "./rich.js";

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
/** A row of a table, or of the overview. */
export const Row = z.strictObject({
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
