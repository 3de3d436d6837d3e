/**
 * What stands for a value while the text around it is Liquid, and then Markdown: a run of private-use
 * characters, which neither knows. So nothing that a value holds is ever read as either.
 */
const BEGIN = "\ue000";
const END = "\ue001";
const ZERO = 0xe010;

/** The slot of the value with this number. */
export const slotOf = (index: number): string =>
  BEGIN +
  [...String(index)].map((digit) => String.fromCharCode(ZERO + Number(digit))).join("") +
  END;

const SLOT = /\ue000([\ue010-\ue019]+)\ue001/g;

/** True where a text holds a character that slots are made of: no template may. */
export const hasSlot = (text: string): boolean => /[\ue000\ue001\ue010-\ue019]/.test(text);

/** A text cut at its slots: every second piece is the value of one. */
export function cutAtSlots(text: string, values: readonly string[]): string[] {
  return text.split(SLOT).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const number = [...piece].map((each) => (each.codePointAt(0) ?? ZERO) - ZERO).join("");
    return values[Number(number)] ?? "";
  });
}
