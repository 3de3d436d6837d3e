/** What a head or a foot of a page may tell. */
export const SLOTS = ["title", "track", "date", "hash", "page", "pages", "file"] as const;

/** The name of a slot. */
export type Slot = (typeof SLOTS)[number];

/** Text as it is, or a slot. */
export type Piece = string | { slot: Slot };

/** Cuts "{title} · {date}" into its pieces; `wrong` says what was expected of a slot instead. */
export function parseSlots(text: string): { pieces: Piece[]; wrong: string | null } {
  const pieces: Piece[] = [];
  for (const part of text.split(/(\{[^{}]*\}?|\})/).filter((each) => each !== "")) {
    const name = /^\{(.*)\}$/.exec(part)?.[1]?.trim();
    const slot = SLOTS.find((each) => each === name);
    if (slot) pieces.push({ slot });
    else if (/^[{}]/.test(part)) return { pieces, wrong: expected(part) };
    else pieces.push(part);
  }
  return { pieces, wrong: null };
}

const expected = (found: string): string =>
  `slots ${SLOTS.map((slot) => `{${slot}}`).join(", ")}, found ${found}`;

/** What separates something from nothing. */
const LOOSE = /^[\s,;:·•|/–—-]+|[\s,;:·•|/–—-]+$/gu;

/**
 * The text with its slots filled. What separates two slots goes with the one that has nothing to
 * tell: "{title} · {date}" of a ladder without a date is its title alone.
 */
export function fillSlots(text: string, values: Record<Slot, string>): string {
  const { pieces } = parseSlots(text);
  const filled: string[] = [];
  let separator = "";
  let any = false;
  let missing = false;
  pieces.forEach((piece, index) => {
    if (typeof piece !== "string") {
      if (values[piece.slot] === "") {
        missing = true;
        return;
      }
      filled.push(any ? separator : "", values[piece.slot]);
      [separator, any] = ["", true];
    } else if (index === 0 || index === pieces.length - 1) filled.push(piece);
    else separator = piece;
  });
  const whole = filled.join("");
  return missing ? whole.replace(LOOSE, "") : whole;
}
