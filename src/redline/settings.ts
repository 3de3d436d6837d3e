import { attributeOf, childOf, elementsOf, toXml, type Xml } from "../read/docx/xml.js";
import type { DocxContext } from "../write/docx/context.js";
import type { Line } from "./pieces.js";
import type { Woven } from "./weave.js";

/**
 * How paragraphs are set. Each side has numbered its lists for itself: a list that is on both sides
 * has the number of the side after, and so have those of its items that are gone.
 */
export class Settings {
  readonly #lists = new Map<string, string>();

  constructor(
    woven: readonly Woven[],
    private readonly context: DocxContext,
  ) {
    this.#noteLists(woven);
  }

  /** The properties of a line before, in the numbers of the side after. */
  before({ properties }: Line): string {
    return properties.map((each) => this.#renumbered(each)).join("");
  }

  /** True where a line is set in another way than before: colours and sizes follow from others. */
  isOther(before: Line, after: Line): boolean {
    return this.#keyOf(before, true) !== this.#keyOf(after, false);
  }

  #keyOf({ properties }: Line, isBefore: boolean): string {
    return properties
      .map((each) => {
        if (each.name === "w:pageBreakBefore") return "";
        if (each.name === "w:pStyle") return plainStyle(attributeOf(each, "w:val") ?? "");
        if (each.name !== "w:numPr") return toXml(each);
        return this.#listKey(each, isBefore);
      })
      .join(" ");
  }

  /** Bullets of one form are one list, whatever their colour; a numbered list is one by itself. */
  #listKey(numbering: Xml, isBefore: boolean): string {
    const { id, level } = listOf(numbering);
    const form = this.context.numbering.formOf(Number(id)) ?? "";
    const isCounted = form.startsWith("numbers");
    return `${level} ${form} ${isCounted ? (isBefore ? (this.#lists.get(id) ?? id) : id) : ""}`;
  }

  #renumbered(node: Xml): string {
    if (node.name !== "w:numPr") return toXml(node);
    const children = elementsOf(node).map((child) =>
      child.name === "w:numId"
        ? `<w:numId w:val="${this.#lists.get(listOf(node).id) ?? listOf(node).id}"/>`
        : toXml(child),
    );
    return `<w:numPr>${children.join("")}</w:numPr>`;
  }

  #noteLists(woven: readonly Woven[], taken = new Set<string>()): void {
    for (const { before, after, rows } of woven) {
      if (before?.type === "line" && after?.type === "line") this.#noteList(before, after, taken);
      for (const { cells } of rows ?? [])
        for (const cell of cells ?? []) this.#noteLists(cell, taken);
    }
  }

  #noteList(before: Line, after: Line, taken: Set<string>): void {
    const [old, now] = [before, after].map(({ properties }) =>
      listOf(properties.find(({ name }) => name === "w:numPr")),
    ) as [List, List];
    const { numbering } = this.context;
    const form = numbering.formOf(Number(old.id));
    const isSame = form?.startsWith("numbers") && form === numbering.formOf(Number(now.id));
    if (!isSame || this.#lists.has(old.id) || taken.has(now.id)) return;
    this.#lists.set(old.id, now.id);
    taken.add(now.id);
  }
}

interface List {
  id: string;
  level: string;
}

const listOf = (numbering: Xml | undefined): List => ({
  id: attributeOf(childOf(numbering, "w:numId"), "w:val") ?? "",
  level: attributeOf(childOf(numbering, "w:ilvl"), "w:val") ?? "",
});

/** A style without the number of its hue and the size of its type. */
const plainStyle = (style: string): string =>
  /^Rungbook/.test(style) ? style.replace(/\d+|(?:Smallest|Smaller|Small)/g, "") : style;
