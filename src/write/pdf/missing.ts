import { type Message, message } from "../../diagnostics.js";
import type { Place } from "../../model/ladder.js";
import type { Fonts } from "./font/fonts.js";
import type { TextBox } from "./layout/box.js";
import type { Ledger } from "./ledger.js";

/** Collects what no font could draw. */
export interface Missing {
  /** Takes a box that stands for a character without a glyph. */
  add(box: TextBox): void;
  /** An error for each package to install, and for each text with characters of no known font. */
  messages(): Message[];
}

interface Lack {
  /** Those that are missing, each once, and how often any of them stands there. */
  characters: Set<string>;
  count: number;
  place: Place | undefined;
  install: string | undefined;
}

/** A post in Chinese has thousands of characters: it is told once which package they need. */
export function missingGlyphs(fonts: Fonts, ledger: Ledger): Missing {
  const lacks = new Map<object | string, Lack>();
  return {
    add: (box) => {
      const character = box.actual ?? "";
      const install = fonts.packageFor(character);
      const key = install ?? box.leaf ?? character;
      const place = box.leaf ? ledger.placeOf(box.leaf) : undefined;
      const lack = lacks.get(key) ?? { characters: new Set(), count: 0, place, install };
      lacks.set(key, lack);
      lack.characters.add(character);
      lack.place ??= place;
      lack.count++;
    },
    messages: () => [...lacks.values()].map(complaint),
  };
}

/** More characters than these are counted, not named. */
const NAMED = 5;

function complaint({ characters, count, place, install }: Lack): Message {
  const named = [...characters].slice(0, NAMED).map(told).join(", ");
  const more = characters.size - NAMED;
  const others = more > 0 ? `, nor for ${more} other${more === 1 ? "" : "s"}` : "";
  const times = install && count > 1 ? `; ${count} characters are not drawn` : "";
  const note = install
    ? `Install the font: npm install --save-optional ${install}`
    : "Write it in characters that the fonts have, or as an image";
  return message("error", "missing-glyph", `No font has a glyph for ${named}${others}${times}`, {
    place,
    actual: [...characters].join(""),
    note,
  });
}

const told = (character: string): string => {
  const points = Array.from(character, (each) => hex(each.codePointAt(0) ?? 0)).join(" ");
  return `"${character}" (${points})`;
};

const hex = (point: number): string => `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
