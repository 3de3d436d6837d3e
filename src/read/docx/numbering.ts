import { attributeOf, childOf, elementsOf, numberOf, valOf, type Xml } from "./xml.js";

/** What a numbering makes of a paragraph at one of its levels. */
export interface ListKind {
  /** A level without a sign marks blocks that go on inside an item. */
  kind: "bullet" | "ordered" | "continued";
  start: number;
  /** What items of one list have in common. */
  list: string;
}

interface Num {
  abstract: number;
  starts: Map<number, number>;
}

/** The numberings of a document (ECMA-376, 17.9). */
export class Numberings {
  readonly #nums = new Map<number, Num>();
  readonly #levels = new Map<number, Map<number, Omit<ListKind, "list">>>();

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

  /**
   * What the numbering makes of a paragraph; null where there is no such numbering. Programs write
   * several numberings for one list, all of one definition; only a start of its own parts them.
   */
  kindOf(id: number, level: number): ListKind | null {
    const num = this.#nums.get(id);
    const kind = num && this.#levels.get(num.abstract)?.get(level);
    if (!kind) return null;
    const start = num.starts.get(level);
    const parted = start !== undefined && kind.kind === "ordered";
    const list = parted ? `number ${id}` : `definition ${num.abstract}`;
    return { ...kind, start: start ?? kind.start, list };
  }
}

function numOf(node: Xml): Num {
  const starts = new Map<number, number>();
  for (const override of elementsOf(node)) {
    const level = numberOf(attributeOf(override, "w:ilvl"));
    const start =
      numberOf(valOf(override, "w:startOverride")) ?? numberOf(valOf(override, "w:lvl", "w:start"));
    if (level !== undefined && start !== undefined) starts.set(level, start);
  }
  return { abstract: numberOf(valOf(node, "w:abstractNumId")) ?? -1, starts };
}

function levelsOf(node: Xml): Map<number, Omit<ListKind, "list">> {
  const levels = new Map<number, Omit<ListKind, "list">>();
  for (const level of elementsOf(node).filter(({ name }) => name === "w:lvl")) {
    const number = numberOf(attributeOf(level, "w:ilvl"));
    if (number === undefined) continue;
    levels.set(number, {
      kind: kindOf(level),
      start: numberOf(valOf(level, "w:start")) ?? 1,
    });
  }
  return levels;
}

function kindOf(level: Xml): ListKind["kind"] {
  const format = valOf(level, "w:numFmt");
  const text = valOf(level, "w:lvlText") ?? "";
  if (format === "bullet" && (text !== "" || childOf(level, "w:lvlPicBulletId"))) return "bullet";
  return format === "none" || text.trim() === "" ? "continued" : "ordered";
}
