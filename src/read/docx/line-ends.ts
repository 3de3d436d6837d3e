/*
 * What ends lines at the end of a text is looked for from there: a pattern such as /\n+$/ tries anew
 * at each of them, wherever they stand, which takes the square of their number.
 */

/** The text without the line feeds behind it. */
export function withoutLastEnds(text: string): string {
  let end = text.length;
  while (text[end - 1] === "\n") end--;
  return text.slice(0, end);
}

/** The text without the white space that XML knows before and behind it: a no-break space is none. */
export function withoutXmlSpace(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && XML_SPACE.has(text[start] as string)) start++;
  while (end > start && XML_SPACE.has(text[end - 1] as string)) end--;
  return text.slice(start, end);
}

const XML_SPACE = new Set([" ", "\t", "\r", "\n"]);

/** The text without the line feeds before and behind it. */
export const withoutEnds = (text: string): string => withoutLastEnds(text.replace(/^\n+/, ""));
