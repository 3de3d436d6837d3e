/** Schemes that a link may have; an address without scheme is relative and may stay. */
const ALLOWED = new Set([
  "http",
  "https",
  "mailto",
  "tel",
  "ftp",
  "ftps",
  "sms",
  "xmpp",
  "irc",
  "ircs",
]);

/** A longer address (in UTF-16 code units) is dropped: each line of its link would hold it. */
export const MAX_ADDRESS_LENGTH = 4096;

/**
 * The address as it may go into a rendering, or null where it is too long or its scheme is not on the list. Control
 * characters and white space are taken out first, as browsers do (WHATWG URL, clause 4.4), so that
 * "java\nscript:" is known for what it is.
 */
export function safeAddress(address: string): string | null {
  if (address.length > MAX_ADDRESS_LENGTH) return null;
  const clean = address.replace(/[\p{Cc}\u2028\u2029]/gu, "").trim();
  const visible = clean.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/g, "");
  const scheme = /^([^/?#:]*):/.exec(visible)?.[1]?.toLowerCase();
  if (scheme !== undefined && !ALLOWED.has(scheme)) return null;
  if (clean === "") return null;
  // No address has these as they are (RFC 3986, appendix C), and Markdown reads them as its own.
  return clean.replaceAll("<", "%3C").replaceAll(">", "%3E");
}
