import { Budget } from "../budget.js";
import { MAX_TOLD_CHARACTERS } from "../limits.js";
import { withoutEnds } from "../line-ends.js";
import { attributeOf, childOf, descend, elementsOf, rawText, type Xml } from "../xml.js";
import { type Changes, sidesOf } from "./sides.js";

/** A tracked change as it stands, and the element in which it stands. */
export interface Revision {
  kind: "insertion" | "deletion" | "move" | "formatting";
  text: string;
  author: string | null;
  date: string | null;
  at: Xml | null;
}

const CONTENT: ReadonlyMap<string, Revision["kind"]> = new Map([
  ["w:ins", "insertion"],
  ["w:del", "deletion"],
  ["w:moveFrom", "move"],
  ["w:moveTo", "move"],
  ["w:cellIns", "insertion"],
  ["w:cellDel", "deletion"],
]);

/** Changes of properties; that of a table's grid comes with others, and has no author. */
const FORMATTING = /^w:(?:(?:r|p|sect|tbl|tr|tc)Pr|tblPrEx|numbering)Change$|^w:cellMerge$/;

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["w:tab", "\t"],
  ["w:br", "\n"],
  ["w:cr", "\n"],
  ["w:noBreakHyphen", "\u2011"],
]);

/** What stands for the end of a paragraph, where nothing else was changed. */
const PARAGRAPH_END = "¶";

/**
 * Every tracked change of a body in its order (ECMA-376, 17.13.5), before it is settled: what
 * stands side by side, of one kind, author and date, as one. A move is told once, at the place that
 * stays.
 */
export function revisionsIn(body: Xml, changes: Changes): Revision[] {
  if (!holdsChanges(body)) return [];
  const { kept, gone } = sidesOf(changes);
  const { moves, revisions } = new Collector().visit(body, null, false);
  const told = new Set(revisions.filter((each) => moves.get(each) === kept.move).map(keyOf));
  const linesAt = remembered((node) => linesOf(node).trim());
  const shownText = ({ kind, text, at }: Revision): string => {
    const inner = withoutEnds(text);
    if (inner !== "") return inner;
    if (kind === "formatting") return at ? linesAt(at) : "";
    return text === "" ? "" : PARAGRAPH_END;
  };
  const budget = new Budget(MAX_TOLD_CHARACTERS, "changes of");
  return revisions
    .filter((each) => moves.get(each) !== gone.move || !told.has(keyOf(each)))
    .map((each) => ({ ...each, text: budget.spend(shownText(each)) }));
}

/** Most files have no tracked change, and need no closer look. */
const holdsChanges = (node: Xml): boolean =>
  elementsOf(node).some(
    (child) => CONTENT.has(child.name) || FORMATTING.test(child.name) || holdsChanges(child),
  );

/** What is told of an element, found out once: many changes may be of one and the same. */
function remembered<T>(tell: (node: Xml) => T): (node: Xml) => T {
  const known = new Map<Xml, T>();
  return (node) => {
    const told = known.has(node) ? (known.get(node) as T) : tell(node);
    known.set(node, told);
    return told;
  };
}

const keyOf = ({ kind, author, date }: Omit<Revision, "text" | "at">): string =>
  JSON.stringify([kind, author, date]);

class Collector {
  readonly revisions: Revision[] = [];
  /** The elements that the moves among them are. */
  readonly moves = new Map<Revision, string>();
  /** What the next piece may belong to. */
  #content: Revision | null = null;
  #formatting: Revision | null = null;
  /** A row that is changed as a whole, or a cell, tells of what is in it. */
  #whole = new Set<string>();
  readonly #firstIn = remembered(firstParagraph);
  /** Runs of which a change of their properties was noted. */
  readonly #formatted = new Set<Xml>();
  readonly #budget = new Budget(MAX_TOLD_CHARACTERS, "changes of");

  /** `tracked`: all text below belongs to a change. */
  visit(node: Xml, paragraph: Xml | null, tracked: boolean): this {
    for (const child of elementsOf(node)) this.#element(child, node, paragraph, tracked);
    return this;
  }

  #element(node: Xml, parent: Xml, paragraph: Xml | null, tracked: boolean): void {
    if (node.name === "w:tr" || node.name === "w:tc") this.#rowOrCell(node, paragraph);
    else if (FORMATTING.test(node.name)) this.#format(node, parent, paragraph);
    else if (CONTENT.has(node.name)) this.#change(node, parent, paragraph);
    else {
      const isText = CHARACTERS.has(node.name) || /^w:(?:t|delText)$/.test(node.name);
      if (isText && !tracked) this.#close();
      const formatted = node.name === "w:r" && descend(node, "w:rPr", "w:rPrChange") !== undefined;
      this.visit(node, node.name === "w:p" ? node : paragraph, tracked || formatted);
    }
  }

  #close(): void {
    this.#content = null;
    this.#formatting = null;
  }

  #rowOrCell(node: Xml, paragraph: Xml | null): void {
    const mark = elementsOf(childOf(node, `${node.name}Pr`)).find(({ name }) => CONTENT.has(name));
    const before = this.#whole;
    if (mark) {
      this.#note(mark, this.#firstIn(node) ?? paragraph, linesOf(node));
      this.#whole = new Set([...before, keyOf(whoAndWhen(mark))]);
    }
    const properties = childOf(node, `${node.name}Pr`);
    for (const child of elementsOf(node)) {
      if (child !== properties) this.#element(child, node, paragraph, false);
      else for (const each of elementsOf(child)) this.#property(each, child, node);
    }
    this.#whole = before;
  }

  #property(node: Xml, parent: Xml, owner: Xml): void {
    if (FORMATTING.test(node.name)) this.#format(node, parent, this.#firstIn(owner) ?? null);
  }

  #change(node: Xml, parent: Xml, paragraph: Xml | null): void {
    if (parent.name === "w:numPr") this.#format(node, parent, paragraph);
    else {
      this.#note(node, paragraph, parent.name === "w:rPr" ? "\n" : textOf(node));
      this.visit(node, paragraph, true);
    }
  }

  /** A change of properties belongs to the run, the paragraph or the table whose they are. */
  #format(node: Xml, parent: Xml, paragraph: Xml | null): void {
    const owner = parent.parent;
    const isEnd = owner?.name === "w:pPr" && node.name === "w:rPrChange";
    const text = isEnd ? "\n" : owner?.name === "w:r" ? this.#formattedText(owner) : "";
    const subject = owner?.name === "w:tbl" ? (this.#firstIn(owner) ?? null) : paragraph;
    this.#note(node, subject, text, "formatting");
  }

  #formattedText(run: Xml): string {
    if (this.#formatted.has(run)) return "";
    this.#formatted.add(run);
    return textOf(run);
  }

  #note(node: Xml, at: Xml | null, text: string, kind = CONTENT.get(node.name)): void {
    const who = { ...whoAndWhen(node), kind: kind ?? "formatting" };
    const slot = who.kind === "formatting" ? this.#formatting : this.#content;
    if (this.#whole.has(keyOf(who))) return;
    this.#budget.spend(text);
    if (slot && slot.at === at && keyOf(slot) === keyOf(who)) {
      slot.text += text;
      return;
    }
    const revision: Revision = { ...who, text, at };
    this.revisions.push(revision);
    if (who.kind === "move") this.moves.set(revision, node.name);
    if (who.kind === "formatting") this.#formatting = revision;
    else this.#content = revision;
  }
}

const whoAndWhen = (node: Xml): Omit<Revision, "text" | "at"> => ({
  kind: CONTENT.get(node.name) ?? "formatting",
  author: attributeOf(node, "w:author") ?? null,
  date: attributeOf(node, "w:date") ?? null,
});

/** The text of a piece, without what another change has put into it or taken out of it. */
const textOf = (node: Xml): string =>
  gather(node, [], (child) => (CONTENT.has(child.name) ? null : "")).join("");

/** All text of a row or a cell, a line a paragraph. */
const linesOf = (node: Xml): string =>
  gather(node, [], ({ name }) => (name === "w:p" ? "\n" : "")).join("");

/** Gathers text into one array; `endOf` tells what an element ends with, null: it is left out. */
function gather(node: Xml, found: string[], endOf: (child: Xml) => string | null): string[] {
  for (const child of elementsOf(node)) {
    const end = endOf(child);
    const characters = charactersOf(child);
    if (end === null) continue;
    if (characters !== undefined) found.push(characters);
    else gather(child, found, endOf).push(end);
  }
  return found;
}

const charactersOf = (node: Xml): string | undefined =>
  /^w:(?:t|delText)$/.test(node.name) ? rawText(node) : CHARACTERS.get(node.name);

function firstParagraph(node: Xml): Xml | undefined {
  for (const child of elementsOf(node)) {
    const found = child.name === "w:p" ? child : firstParagraph(child);
    if (found) return found;
  }
  return undefined;
}
