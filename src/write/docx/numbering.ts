import { LIST_LEVELS, LIST_STEP, MAX_LIST_START } from "../../docx-names.js";
import { element, valued } from "./xml.js";
import { color, hueOf, WORD } from "./theme.js";

/** Numberings that are always there: see `Numbering`. */
export const CONTINUED = 1;
export const PLAIN_BULLETS = 2;
export const PLAIN_NUMBERS = 3;

const BULLETS = ["•", "–", "▪"] as const;
const FORMATS = ["decimal", "lowerLetter", "lowerRoman"] as const;

interface Level {
  format: string;
  text: string;
  color?: string;
  hanging?: number;
}

/**
 * The numberings of a document (ECMA-376, 17.9). A block inside an item has a numbering too, one
 * without a sign, whose level tells which item holds it.
 */
export class Numbering {
  readonly #abstracts = [
    abstract(0, () => ({ format: "none", text: "", hanging: 0 })),
    abstract(1, bullet(color.grey)),
    abstract(2, (level) => ({
      format: FORMATS[level % FORMATS.length] ?? FORMATS[0],
      text: `%${level + 1}.`,
      color: color.grey,
    })),
  ];
  readonly #nums = [num(CONTINUED, 0), num(PLAIN_BULLETS, 1), num(PLAIN_NUMBERS, 2)];
  readonly #bullets = new Map<number | null, number[]>([[null, [PLAIN_BULLETS, this.#add(1)]]]);
  readonly #turns = new Map<string, number>();

  /** A numbering for a list of bullets: another one than that of the list before it. */
  bullets(hue: number | null, level: number): number {
    const ids = this.#bullets.get(hue) ?? this.#coloured(hue ?? 0);
    const turn = this.#turns.get(`${hue} ${level}`) ?? 0;
    this.#turns.set(`${hue} ${level}`, turn + 1);
    return ids[turn % ids.length] ?? PLAIN_BULLETS;
  }

  /** A numbering of its own for an ordered list at a level (0 to 8). */
  numbers(level: number, start: number): number {
    const override = element(
      "w:lvlOverride",
      { "w:ilvl": level },
      valued("w:startOverride", Math.min(start, MAX_LIST_START)),
    );
    return this.#add(2, override);
  }

  /** The part word/numbering.xml. */
  toXml(): string {
    const content = this.#abstracts.join("") + this.#nums.join("");
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${element("w:numbering", { "xmlns:w": WORD }, content)}`;
  }

  #coloured(hue: number): number[] {
    const id = this.#abstracts.length;
    this.#abstracts.push(abstract(id, bullet(hueOf(hue).ink)));
    const ids = [this.#add(id), this.#add(id)];
    this.#bullets.set(hue, ids);
    return ids;
  }

  #add(abstractId: number, override = ""): number {
    const id = this.#nums.length + 1;
    this.#nums.push(num(id, abstractId, override));
    return id;
  }
}

const bullet = (ink: string) => (level: number) => ({
  format: "bullet",
  text: BULLETS[level % BULLETS.length] ?? BULLETS[0],
  color: ink,
});

const num = (id: number, abstractId: number, override = ""): string =>
  element("w:num", { "w:numId": id }, valued("w:abstractNumId", abstractId) + override);

function abstract(id: number, levelOf: (level: number) => Level): string {
  const levels = Array.from({ length: LIST_LEVELS }, (_, level) => lvl(level, levelOf(level)));
  const content = valued("w:multiLevelType", "multilevel") + levels.join("");
  return element("w:abstractNum", { "w:abstractNumId": id }, content);
}

function lvl(level: number, { format, text, color: ink, hanging = LIST_STEP }: Level): string {
  const indent = { "w:left": (level + 1) * LIST_STEP, "w:hanging": hanging };
  return element(
    "w:lvl",
    { "w:ilvl": level },
    valued("w:start", 1) +
      valued("w:numFmt", format) +
      (hanging === 0 ? valued("w:suff", "nothing") : "") +
      valued("w:lvlText", text) +
      valued("w:lvlJc", "left") +
      `<w:pPr>${element("w:ind", indent)}</w:pPr>` +
      (ink ? `<w:rPr>${valued("w:color", ink)}</w:rPr>` : ""),
  );
}
