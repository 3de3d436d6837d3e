import type { Meta } from "./document.js";
import { messagesFor } from "./messages/index.js";

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** "17 December 2019" on English pages, the ISO date on others. */
export function dateText(date: string, language: string): string {
  const [year, month, day] = date.split("-");
  const name = MONTHS[Number(month) - 1];
  return /^en\b/i.test(language) && name ? `${Number(day)} ${name} ${year}` : date;
}

/** How much of a hash is shown. */
export const shortHash = (sha256: string): string => sha256.slice(0, 12);

/** Author, date and source: what is known of them. A packet tells them in its foot. */
export function aboutOf(meta: Meta): string[] {
  const { author, date, language, origin, packet } = meta;
  if (packet) return [];
  return [
    ...(author === null ? [] : [author]),
    ...(date === null ? [] : [dateText(date, language)]),
    messagesFor(language).from(origin.file, shortHash(origin.sha256)),
  ];
}

/** A stretch of a PDF's visible text: a block of its structure, or what of it stands on one page. */
export interface ShownText {
  text: string;
  /** 1-based. */
  page: number;
  /** What it is tagged as: a list's mark, a line of a contents list; "none": as nothing at all. */
  role: "text" | "label" | "contents" | "none";
}
