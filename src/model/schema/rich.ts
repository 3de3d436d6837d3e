import { z } from "zod";

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

/** The words of a node, with their marks. */
export const rich = {
  /** The words alone; a line break is "\n", an image its alternative text. */
  text: z.string(),
  /** The same words with their marks; absent where the text has none. */
  spans: z.array(Span).min(1).optional(),
};

/** Text as written: plain, and with marks where it has any. */
export const RichText = z.strictObject(rich);
