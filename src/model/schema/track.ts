import { z } from "zod";
import { Block } from "./blocks.js";
import { node, Place } from "./node.js";
import { RichText, rich } from "./rich.js";

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

/** A section. Spelled out, since TypeScript does not infer this recursion by itself. */
export interface SectionNode {
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

/** One career path. */
export const Track = z.strictObject({
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
