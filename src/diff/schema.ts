import { z } from "zod";
import { Place, Span } from "../model/schema/index.js";
import type { Change as ChangeType, Piece as PieceType } from "./change.js";

/** The name of the schema of changes. */
export const CHANGES_SCHEMA_ID = "urn:rungbook:schema:changes:1";

const KINDS = [
  "added",
  "removed",
  "moved",
  "retitled",
  "regraded",
  "reworded",
  "marked",
  "renamed",
  "anchored",
  "reshaped",
] as const satisfies readonly ChangeType["kinds"][number][];

const PIECES = [
  "ladder",
  "front",
  "track",
  "column",
  "level",
  "attribute",
  "section",
  "overview",
  "row",
  "cell",
  "item",
  "paragraph",
  "heading",
  "code",
  "rule",
  "list",
  "table",
  "quote",
  "note",
] as const satisfies readonly PieceType["kind"][];

/** A node of a ladder as plain data. */
const Piece = z.strictObject({
  kind: z.enum(PIECES),
  text: z.string().optional(),
  spans: z.array(Span).min(1).optional(),
  form: z.string().optional(),
  anchors: z.array(z.string().min(1)).min(1).optional(),
  get parts() {
    return z.array(Piece).min(1).optional();
  },
});

const Side = z.strictObject({
  path: z.string(),
  track: z.string().nullable(),
  level: z.string().nullable(),
  section: z.string().nullable(),
  at: z.array(z.int().min(0)).min(1),
  place: Place.optional(),
  piece: Piece,
  grades: z.array(z.string()).optional(),
});

/** One difference between two ladders; see `change.ts` for each property. */
const Change = z.strictObject({
  kinds: z.array(z.enum(KINDS)).min(1),
  what: z.string(),
  before: Side.nullable(),
  after: Side.nullable(),
});

/** What `diff --format json` prints. */
export const Changes = z.array(Change);
