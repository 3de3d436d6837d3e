import type { z } from "zod";
import type * as schema from "./schema/index.js";

/** All that a post says; see `schema/` for each property. */
export type Ladder = z.infer<typeof schema.Ladder>;
/** Where a node stands in its post. */
export type Place = z.infer<typeof schema.Place>;
/** A piece of a line. */
export type Span = z.infer<typeof schema.Span>;
/** A span of text with its marks. */
export type TextSpan = Extract<Span, { type: "text" }>;
/** Text as written, plain and with marks. */
export type RichText = z.infer<typeof schema.RichText>;
/** Ordinary content. */
export type Block = z.infer<typeof schema.Block>;
/** One of a ladder's own nodes or a block of ordinary content. */
export type Content = Ladder["content"][number];
/** The block of one type: `BlockOf<"table">`. */
export type BlockOf<T extends Content["type"]> = Extract<Content, { type: T }>;
/** One bullet. */
export type Item = z.infer<typeof schema.Item>;
/** A row of a table or of the overview. */
export type Row = BlockOf<"table">["rows"][number];
/** A cell of a table or of the overview. */
export type Cell = Row["cells"][number];
/** One career path. */
export type Track = BlockOf<"track">;
/** One step on a track. */
export type Level = Track["levels"][number];
/** A name and its value at a level. */
export type Attribute = Level["attributes"][number];
/** A heading inside a level, and its blocks. */
export type Section = z.infer<typeof schema.Section>;
/** The summary grid. */
export type Overview = BlockOf<"overview">;
/** What is known of a ladder beside its post's text. */
export type Origin = Ladder["origin"];
