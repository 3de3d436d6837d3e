import {
  LIST_LEVELS,
  LIST_STEP,
  LIST_STYLES,
  listStyle,
  MAX_LIST_START,
} from "../../docx-names.js";
import type { Reference } from "../../docx-reference.js";
import { color, hueOf } from "./theme.js";
import { element, valued } from "./xml.js";

/** Numberings that are always there: see `Numbering`. */
export const PLAIN_BULLETS = 2;
export const PLAIN_NUMBERS = 3;

const BULLETS = ["•", "–", "▪"] as const;
const FORMATS = ["decimal", "lowerLetter", "lowerRoman"] as const;

interface Level {
  format: string;
  text: string;
  color?: string;
  /** How far a level is indented, in twentieths of a point. */
  step: number;
  hanging?: number;
  start?: number;
  /** The style that stands for the level. */
  style?: string | undefined;
}

/**
 * The numberings of a document (ECMA-376, 17.9). A block inside an item has a numbering too, one
 * without a sign, whose level tells which item holds it. No two lists share a definition:
 * LibreOffice takes those that do for one and writes a new number for each item.
 */
export class Numbering {
  readonly #definitions: string[] = [];
  readonly #forms = new Map<number, string>();
  readonly #bullets = new Map<string, number[]>();
  readonly #continued = new Map<number, number>();

  /** `looks` are those of a reference file. */
  constructor(private readonly looks?: Pick<Reference, "bullets" | "numbers">) {
    this.#continued.set(LIST_STEP, this.#add(signless(LIST_STEP)));
    const plain = bullet(color.grey, LIST_STEP);
    this.#bullets.set(keyOf(null, LIST_STEP), [
      this.#add((level) => ({ ...plain(level), style: styleAt(false, level) })),
    ]);
    this.#add((level) => ({ ...ordered(LIST_STEP)(level), style: styleAt(true, level) }));
    this.#bullets.get(keyOf(null, LIST_STEP))?.push(this.#add(plain));
  }

  /** A numbering for a list of bullets; neighbours take turns, so that they stay apart. */
  bullets(hue: number | null, turn: number, step = LIST_STEP): number {
    const ids = this.#bullets.get(keyOf(hue, step)) ?? this.#addBullets(hue, step);
    return this.#told(ids[turn % ids.length] ?? PLAIN_BULLETS, `bullets ${turn % ids.length}`);
  }

  /** A numbering of its own for an ordered list at a level (0 to 8). */
  numbers(level: number, start: number, step = LIST_STEP): number {
    const begin = Math.min(start, MAX_LIST_START);
    const id = this.#add((at) => ({
      ...ordered(step)(at),
      ...(at === level && { start: begin }),
    }));
    return this.#told(id, `numbers from ${begin} at ${level}`);
  }

  /** The numbering of blocks that go on inside an item. */
  continued(step = LIST_STEP): number {
    const id = this.#continued.get(step) ?? this.#add(signless(step));
    this.#continued.set(step, id);
    return this.#told(id, "continued");
  }

  /** What a numbering is, whatever its looks: two lists of one form differ in their hue or width alone. */
  formOf(id: number): string | undefined {
    return this.#forms.get(id);
  }

  #told(id: number, form: string): number {
    this.#forms.set(id, form);
    return id;
  }

  /** How many there are; their numbers are 1 to this. */
  get count(): number {
    return this.#definitions.length;
  }

  /** The content of word/numbering.xml, with what others have: definitions stand before numberings. */
  toXml(others = { definitions: "", numberings: "" }): string {
    const own = this.#definitions.map((_, index) =>
      element("w:num", { "w:numId": index + 1 }, valued("w:abstractNumId", index + 1)),
    );
    const definitions = this.#definitions.join("") + others.definitions;
    return definitions + own.join("") + others.numberings;
  }

  #addBullets(hue: number | null, step: number): number[] {
    const define = bullet(hue === null ? color.grey : hueOf(hue).ink, step);
    const ids = [this.#add(define), this.#add(define)];
    this.#bullets.set(keyOf(hue, step), ids);
    return ids;
  }

  #add(levelOf: (level: number) => Level): number {
    const id = this.#definitions.length + 1;
    const levels = Array.from({ length: LIST_LEVELS }, (_, level) => {
      const own = levelOf(level);
      return lvl(level, own, this.#lookOf(level, own));
    });
    const content = valued("w:multiLevelType", "multilevel") + levels.join("");
    this.#definitions.push(element("w:abstractNum", { "w:abstractNumId": id }, content));
    return id;
  }

  /** How a reference file has a level; narrow columns keep their own small steps. */
  #lookOf(level: number, { format, step }: Level): string | undefined {
    if (step !== LIST_STEP || format === "none") return undefined;
    const looks = format === "bullet" ? this.looks?.bullets : this.looks?.numbers;
    return looks?.[level]?.xml;
  }
}

const keyOf = (hue: number | null, step: number): string => `${hue} ${step}`;

/** The style of a level; those below the last have none of their own. */
const styleAt = (ordered: boolean, level: number): string | undefined =>
  level < LIST_STYLES ? listStyle(ordered, level).id : undefined;

const signless = (step: number) => (): Level => ({ format: "none", text: "", hanging: 0, step });

const bullet =
  (ink: string, step: number) =>
  (level: number): Level => ({
    format: "bullet",
    text: BULLETS[level % BULLETS.length] ?? BULLETS[0],
    color: ink,
    step,
  });

const ordered =
  (step: number) =>
  (level: number): Level => ({
    format: FORMATS[level % FORMATS.length] ?? FORMATS[0],
    text: `%${level + 1}.`,
    color: color.grey,
    step,
  });

function lvl(level: number, definition: Level, look = lookXml(level, definition)): string {
  const { start = 1, style } = definition;
  // The schema wants a level's format between its start and its style (ECMA-376, 17.9.6).
  const [format = "", rest = ""] = look.split(/(?<=<w:numFmt [^>]*\/>)/);
  const content = valued("w:start", start) + format + valued("w:pStyle", style) + rest;
  return element("w:lvl", { "w:ilvl": level }, content);
}

function lookXml(level: number, { format, text, color: ink, step, hanging = step }: Level): string {
  const indent = { "w:left": (level + 1) * step, "w:hanging": hanging };
  return (
    valued("w:numFmt", format) +
    (hanging === 0 ? valued("w:suff", "nothing") : "") +
    valued("w:lvlText", text) +
    valued("w:lvlJc", "left") +
    `<w:pPr>${element("w:ind", indent)}</w:pPr>` +
    (ink ? `<w:rPr>${valued("w:color", ink)}</w:rPr>` : "")
  );
}
