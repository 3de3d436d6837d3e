import { LIST_LEVELS, LIST_STEP, MAX_LIST_START } from "../../docx-names.js";
import { color, hueOf, WORD } from "./theme.js";
import { element, valued } from "./xml.js";

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
  start?: number;
}

/**
 * The numberings of a document (ECMA-376, 17.9). A block inside an item has a numbering too, one
 * without a sign, whose level tells which item holds it. No two lists share a definition:
 * LibreOffice takes those that do for one and writes a new number for each item.
 */
export class Numbering {
  readonly #definitions: string[] = [];
  readonly #bullets = new Map<number | null, number[]>();

  constructor() {
    this.#add(() => ({ format: "none", text: "", hanging: 0 }));
    this.#bullets.set(null, [this.#add(bullet(color.grey))]);
    this.#add(ordered(0, 1));
    this.#bullets.get(null)?.push(this.#add(bullet(color.grey)));
  }

  /** A numbering for a list of bullets; neighbours take turns, so that they stay apart. */
  bullets(hue: number | null, turn: number): number {
    const ids = this.#bullets.get(hue) ?? this.#coloured(hue ?? 0);
    return ids[turn % ids.length] ?? PLAIN_BULLETS;
  }

  /** A numbering of its own for an ordered list at a level (0 to 8). */
  numbers(level: number, start: number): number {
    return this.#add(ordered(level, Math.min(start, MAX_LIST_START)));
  }

  /** The part word/numbering.xml. */
  toXml(): string {
    const ids = this.#definitions.map((_, index) => index + 1);
    const nums = ids.map((id) =>
      element("w:num", { "w:numId": id }, valued("w:abstractNumId", id)),
    );
    const content = this.#definitions.join("") + nums.join("");
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${element("w:numbering", { "xmlns:w": WORD }, content)}`;
  }

  #coloured(hue: number): number[] {
    const define = bullet(hueOf(hue).ink);
    const ids = [this.#add(define), this.#add(define)];
    this.#bullets.set(hue, ids);
    return ids;
  }

  #add(levelOf: (level: number) => Level): number {
    const id = this.#definitions.length + 1;
    const levels = Array.from({ length: LIST_LEVELS }, (_, level) => lvl(level, levelOf(level)));
    const content = valued("w:multiLevelType", "multilevel") + levels.join("");
    this.#definitions.push(element("w:abstractNum", { "w:abstractNumId": id }, content));
    return id;
  }
}

const bullet =
  (ink: string) =>
  (level: number): Level => ({
    format: "bullet",
    text: BULLETS[level % BULLETS.length] ?? BULLETS[0],
    color: ink,
  });

const ordered =
  (at: number, start: number) =>
  (level: number): Level => ({
    format: FORMATS[level % FORMATS.length] ?? FORMATS[0],
    text: `%${level + 1}.`,
    color: color.grey,
    ...(level === at && { start }),
  });

function lvl(level: number, definition: Level): string {
  const { format, text, color: ink, hanging = LIST_STEP, start = 1 } = definition;
  const indent = { "w:left": (level + 1) * LIST_STEP, "w:hanging": hanging };
  return element(
    "w:lvl",
    { "w:ilvl": level },
    valued("w:start", start) +
      valued("w:numFmt", format) +
      (hanging === 0 ? valued("w:suff", "nothing") : "") +
      valued("w:lvlText", text) +
      valued("w:lvlJc", "left") +
      `<w:pPr>${element("w:ind", indent)}</w:pPr>` +
      (ink ? `<w:rPr>${valued("w:color", ink)}</w:rPr>` : ""),
  );
}
