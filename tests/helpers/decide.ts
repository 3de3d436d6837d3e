import type { Cheerio } from "cheerio";
import type { AnyNode, Element } from "domhandler";
import type { DocxFile } from "./edit-docx.js";

/** What a person does with a tracked change. */
export type Decision = "accept" | "reject" | "leave";

type Node = Cheerio<Element>;

const CONTENT = "w\\:ins, w\\:del, w\\:moveFrom, w\\:moveTo";
const NEW = new Set(["w:ins", "w:moveTo"]);

/**
 * Accepts or rejects tracked changes one by one, in the XML, as Word does it: what comes or goes as a
 * whole (lines with a heading or a table among them, a row, both ends of a move) is one change. Tells how
 * many there were.
 */
export function decide(file: DocxFile, choose: (number: number) => Decision): number {
  const decider = new Decider(file);
  const units = decider.units();
  units.forEach((unit, index) => {
    const decision = choose(index);
    if (decision !== "leave") decider.settle(unit, decision === "accept");
  });
  return units.length;
}

/** The elements that one decision is about. */
type Unit = Element[];

class Decider {
  constructor(private readonly file: DocxFile) {}

  units(): Unit[] {
    const { $ } = this.file;
    const moves = new Map<string, Unit>();
    const units: Unit[] = [];
    for (const container of $("w\\:body, w\\:tc").toArray()) {
      let last = null as { unit: Unit; mark: string } | null;
      for (const child of $(container).children().toArray()) {
        const mark = this.#markOf(child);
        const move = mark?.startsWith("w:move") ? this.#moveOf(child) : null;
        if (mark === null || this.#isWithin(container)) {
          if (child.name !== "w:pPr" && !child.name.includes("Range")) last = null;
          if (mark === null && !this.#isWithin(container)) this.#inside(child, units);
        } else if (move !== null) {
          const unit = moves.get(move) ?? [];
          if (unit.push(child) === 1) units.push(unit);
          moves.set(move, unit);
          last = null;
        } else if (last?.mark === mark && [...last.unit, child].some((each) => this.#isLarge(each)))
          last.unit.push(child);
        else {
          last = { unit: [child], mark };
          units.push(last.unit);
        }
      }
    }
    return units;
  }

  settle(unit: Unit, accept: boolean): void {
    for (const element of unit) {
      const mark = this.#markOf(element) ?? element.name;
      const isKept = NEW.has(mark) === accept;
      const node = this.file.$(element);
      if (element.name.endsWith("Change")) this.#setAs(node, accept);
      else if (!isKept) this.#take(node);
      else this.#keep(node);
    }
  }

  /** What marks a paragraph's end or all rows of a table; null: nothing does. */
  #markOf(element: Element): string | null {
    const { $ } = this.file;
    const marked = (path: string, root: Element) =>
      $(root).find(path).first().children(CONTENT).first().get(0)?.name ?? null;
    if (element.name === "w:p") return marked("> w\\:pPr > w\\:rPr", element);
    if (element.name === "w:tr") return marked("> w\\:trPr", element);
    if (element.name !== "w:tbl") return null;
    const marks = new Set(
      $(element)
        .children("w\\:tr")
        .toArray()
        .map((row) => this.#markOf(row)),
    );
    return marks.size === 1 ? ([...marks][0] ?? null) : null;
  }

  #moveOf(element: Element): string | null {
    const start = this.file
      .$(element)
      .prevAll()
      .toArray()
      .find(({ name }) => name.endsWith("RangeStart"));
    return start?.attribs["w:name"] ?? null;
  }

  #isLarge(element: Element): boolean {
    if (element.name === "w:tbl") return true;
    return /^Heading/.test(this.file.$(element).find("w\\:pStyle").attr("w:val") ?? "");
  }

  /** True for a cell of a row, or a table, that comes or goes as a whole. */
  #isWithin(container: Element): boolean {
    return this.file
      .$(container)
      .parents("w\\:tr")
      .toArray()
      .some((row) => this.#markOf(row) !== null);
  }

  /** The changes in a line that stays, and the rows of a table that stays. */
  #inside(element: Element, units: Unit[]): void {
    const { $ } = this.file;
    if (element.name === "w:p")
      for (const each of $(element).find(`${CONTENT}, w\\:rPrChange, w\\:pPrChange`).toArray())
        units.push([each]);
    if (element.name === "w:tbl")
      for (const row of $(element).children("w\\:tr").toArray())
        if (this.#markOf(row)) units.push([row]);
  }

  #setAs(change: Node, accept: boolean): void {
    const properties = change.parent() as Node;
    const before = change.children().first().contents();
    change.remove();
    if (accept) return;
    const kept = properties.children("w\\:rPr");
    properties
      .empty()
      .append(before as Cheerio<AnyNode>)
      .append(kept);
  }

  #take(node: Node): void {
    const table = node.is("w\\:tr") ? node.parent() : null;
    node.remove();
    if (table && table.children("w\\:tr").length === 0) table.remove();
  }

  #keep(node: Node): void {
    const { $ } = this.file;
    for (const end of node.find("w\\:pPr > w\\:rPr, w\\:trPr").addBack("w\\:tr").toArray())
      $(end).children(CONTENT).remove();
    const content = node.is(CONTENT) ? node : node.find(CONTENT);
    for (const each of content.toArray()) $(each).replaceWith($(each).contents());
    for (const text of $("w\\:delText").toArray())
      if ($(text).closest("w\\:del").length === 0) text.name = text.tagName = "w:t";
  }
}
