import type { Place } from "../model/ladder.js";
import type { Text } from "./words.js";

/** What a packet is made after: a folder with a `packet.yaml` and Markdown files. Data only, all of it plain. */
export interface Template {
  name: string;
  /** `packet.yaml`, as messages show it. */
  file: string;
  /** The packet's title, in Liquid. */
  title: Text;
  subtitle: Text | null;
  /** The heads of pages. */
  header: { left: Text; right: Text };
  fields: Field[];
  parts: TemplatePart[];
  /** The name of a shipped theme, or a theme file beside `packet.yaml`; null: as the user says. */
  theme: string | null;
  /** The pattern of its files' names, in Liquid, without ending. */
  fileName: string;
  /** How many pages of PDF it promises; null: any number. */
  pages: { least: number; most: number } | null;
  /** SHA-256 of all its files. */
  hash: string;
}

/** What is asked about a candidate. */
export interface Field {
  /** "candidate.name". */
  name: string;
  type: "text" | "date" | "money" | "number" | "boolean" | "choice";
  required: boolean;
  /** What pages call it. */
  label?: Text | undefined;
  format?: string | undefined;
  choices?: string[] | undefined;
  default?: string | undefined;
  /** Where `packet.yaml` names it. */
  place?: Place | undefined;
}

/** A part of a packet, in its order: a Markdown file, a slice of the ladder, a new page. */
export type TemplatePart = (
  | { type: "text"; files: TextFile[] }
  | { type: "slice"; slice: SliceName; options: SliceOptions }
  | { type: "page" }
) & {
  /** Only where there is a level above, or where there is none. */
  when?: "next" | "last" | undefined;
};

/** A Markdown file with Liquid in it; `language` is "de" for `letter.de.md`, null for `letter.md`. */
export interface TextFile {
  /** As messages show it. */
  file: string;
  language: string | null;
  text: string;
}

/** What of a ladder a packet may show. */
export const SLICES = [
  "summary",
  "level",
  "next",
  "peers",
  "comparison",
  "track",
  "overview",
  "notes",
  "attribution",
] as const;

/** The name of a slice. */
export type SliceName = (typeof SLICES)[number];

/** What a slice may be told. */
export interface SliceOptions {
  heading?: Text | undefined;
  /** `summary`: the fields that it shows beside the level's own facts. */
  fields?: string[] | undefined;
  /** `next`: how many levels. */
  count?: number | undefined;
  /** `notes`: how many lines to write on. */
  lines?: number | undefined;
}
