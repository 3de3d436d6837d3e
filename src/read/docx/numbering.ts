import { attributeOf, childOf, elementsOf, numberOf, valueOf, type Xml } from "./xml.js";

/** What a numbering makes of a paragraph at one of its levels. */
export interface ListKind {
  /** A level without a sign marks blocks that go on inside an item. */
  kind: "bullet" | "ordered" | "continued";
  start: number;
}

interface Num {
  abstract: number;
  starts: Map<number, number>;
}

/** The numberings of a document (ECMA-376, 17.9). */
export class Numberings {
  readonly #nums = new Map<number, Num>();
  readonly #levels = new Map<number, Map<number, ListKind>>();

  constructor(root: Xml | undefined) {
    for (const node of elementsOf(root)) {
      const abstract = numberOf(attributeOf(node, "w:abstractNumId"));
      if (node.name === "w:abstractNum" && abstract !== undefined) {
        this.#levels.set(abstract, levelsOf(node));
      }
      const id = numberOf(attributeOf(node, "w:numId"));
      if (node.name === "w:num" && id !== undefined) this.#nums.set(id, numOf(node));
    }
  }

  /** What the numbering makes of a paragraph; null where there is no such numbering. */
  kindOf(id: number, level: number): ListKind | null {
    const num = this.#nums.get(id);
    const kind = num && this.#levels.get(num.abstract)?.get(level);
    return kind ? { ...kind, start: num.starts.get(level) ?? kind.start } : null;
  }
}

function numOf(node: Xml): Num {
  const starts = new Map<number, number>();
  for (const override of elementsOf(node)) {
    const level = numberOf(attributeOf(override, "w:ilvl"));
    const start =
      numberOf(valueOf(override, "w:startOverride")) ??
      numberOf(valueOf(override, "w:lvl", "w:start"));
    if (level !== undefined && start !== undefined) starts.set(level, start);
  }
  return { abstract: numberOf(valueOf(node, "w:abstractNumId")) ?? -1, starts };
}

function levelsOf(node: Xml): Map<number, ListKind> {
  const levels = new Map<number, ListKind>();
  for (const level of elementsOf(node).filter(({ name }) => name === "w:lvl")) {
    const number = numberOf(attributeOf(level, "w:ilvl"));
    if (number === undefined) continue;
    levels.set(number, {
      kind: kindOf(level),
      start: numberOf(valueOf(level, "w:start")) ?? 1,
    });
  }
  return levels;
}

function kindOf(level: Xml): ListKind["kind"] {
  const format = valueOf(level, "w:numFmt");
  const text = valueOf(level, "w:lvlText") ?? "";
  if (format === "bullet" && (text !== "" || childOf(level, "w:lvlPicBulletId"))) return "bullet";
  return format === "none" || text.trim() === "" ? "continued" : "ordered";
}
