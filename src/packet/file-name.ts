/** A name without its ending has at most this many bytes of UTF-8: file systems take 255 with all. */
export const MAX_NAME_BYTES = 120;

/** What a name is where nothing of it can be kept. */
const NOTHING = "packet";

/** What nobody sees: controls, what turns the direction, zero-width, half characters, unassigned ones. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Spaces of every kind and breaks of lines, which are controls too: they part words. */
const SPACES = /[\p{Z}\t-\r\u0085]+/gu;

/** What parts folders, or looks as if it did; and what Windows has for other uses. */
const SEPARATORS = /[/\\\u2044\u2215\u2216\u29f5\u29f8\u29f9\ufe68\uff0f\uff3c<>:"|?*]/gu;

/** What looks like the full stop before an ending. */
const STOPS = /[\u2024\ufe52\uff0e]/gu;

const LEADING = /^[\s.~-]+/u;
const TRAILING = /[\s.]+$/u;

/** What reads as an ending of its own: "exe" of "offer.pdf.exe". */
const ENDING = /\.(?=[\p{L}\p{N}]{1,8}$)/u;

/** Names that Windows keeps for devices, whatever ending follows. */
const DEVICES = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(?:\.|$))/iu;

/**
 * The text as the name of a file, without ending, on any system: it stays in its folder, shows all that
 * is in it, and has no ending but the one that follows. The same text gives the same name, and a name itself.
 */
export function safeName(text: string): string {
  const seen = text.replace(SPACES, " ").replace(UNSEEN, "").normalize("NFC");
  const plain = seen.replace(SEPARATORS, "-").replace(STOPS, ".");
  const tidy = trimmed(plain.replace(SPACES, " "));
  const name = trimmed(shortened(tidy.replace(DEVICES, "_$&")));
  return name.replace(ENDING, "-") || NOTHING;
}

const trimmed = (text: string): string => text.replace(LEADING, "").replace(TRAILING, "");

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** No character is cut in two, nor its accents from it, unless they alone are too many. */
function shortened(text: string): string {
  if (bytesOf(text) <= MAX_NAME_BYTES) return text;
  const characters = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  const whole = taken([...characters].map(({ segment }) => segment));
  return whole || taken([...text]);
}

function taken(parts: readonly string[]): string {
  let name = "";
  for (const part of parts) {
    if (bytesOf(name) + bytesOf(part) > MAX_NAME_BYTES) break;
    name += part;
  }
  return name;
}

/**
 * What two names have in common that are one file somewhere: on systems that ignore case, compose
 * accents or take wide letters for narrow ones. Raised from small letters: "ẞ" has a capital of its own,
 * which is no "SS".
 */
export const foldedName = (name: string): string =>
  name.normalize("NFKC").toLowerCase().toUpperCase().toLowerCase().normalize("NFKC");
