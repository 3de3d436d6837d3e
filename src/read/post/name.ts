/** What a post's file name tells: "2019-12-17-engineering-job-ladder.md". */
export interface PostName {
  slug: string;
  /** ISO 8601; null where the name has none. */
  date: string | null;
}

const DATED = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))-(.+)$/;

/** Reads the name of a post's file, without its folder. */
export function readName(file: string): PostName {
  const stem = file.replace(/\.(?:md|markdown|html?)$/i, "");
  const dated = DATED.exec(stem);
  return { slug: dated?.[2] ?? stem, date: dated?.[1] ?? null };
}

/** Names that Windows keeps for its devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** True for a slug that names a file in its folder on every system, and nothing else. */
export const isSlug = (slug: string): boolean =>
  /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._ -]{0,149}$/u.test(slug) &&
  !/[. ]$|\.\./.test(slug) &&
  !DEVICE.test(slug);

/** The day (UTC) that SOURCE_DATE_EPOCH names, in seconds since 1970. */
export const dateOfEpoch = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().slice(0, 10);
