import type { Meta } from "../../../document.js";
import type { Ladder } from "../../../model/ladder.js";
import { isUnseen } from "../../../model/rich.js";
import { clipped } from "./pdfkit.js";

/** What a file says of itself, twice: in its information dictionary and in its XMP. */
export interface Properties {
  title: string;
  author: string | null;
  subject: string | null;
  /** BCP 47. */
  language: string;
  date: Date;
  /** The hash of the post. */
  source: string;
}

/** The program that made the file. */
export const PRODUCER = "rungbook";

/** The date (UTC midnight) that a document of this date bears; without one, the epoch. */
export const dateOf = (date: Ladder["date"]): Date => new Date(`${date ?? "1970-01-01"}T00:00:00Z`);

/** The properties of a document's file; both places hold the same words (ISO 19005-1, 6.7.3). */
export const propertiesOf = (meta: Meta): Properties => ({
  title: isUnseen(meta.title) ? meta.origin.slug : shown(meta.title),
  author: meta.author === null ? null : shown(meta.author),
  subject: meta.subtitle === null ? null : shown(meta.subtitle),
  language: meta.language,
  date: dateOf(meta.date),
  source: meta.origin.sha256,
});

// Characters that no XML 1.0 can hold (clause 2.2), and so no XMP.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNHEARD = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

const shown = (text: string): string => clipped(text.replace(UNHEARD, "\ufffd").trim());
