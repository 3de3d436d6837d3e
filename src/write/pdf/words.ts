/** What the pages say of their own, beside the document's words. */
export const words = {
  contents: "Contents",
  overview: "Overview",
  continued: "continued",
  pageOf: (page: number, pages: number) => `page ${page} of ${pages}`,
  from: (file: string, hash: string) => `from ${file}, ${hash}`,
} as const;

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
