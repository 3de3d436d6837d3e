import { isAside } from "../../../docx-names.js";
import { attributeOf, elementsOf, isElement, type Xml } from "../xml.js";
import { endsOn, type Side } from "./sides.js";

/**
 * A paragraph that was moved takes its bookmarks along: those that stand where it goes are set where
 * it stays. The two places are told together by the name of their ranges (ECMA-376, 17.13.5.24).
 */
export function moveBookmarks(body: Xml, { kept, gone }: { kept: Side; gone: Side }): void {
  const from = new MovedParagraphs(gone.move).visit(body).ranges;
  if (from.size === 0) return;
  const to = new MovedParagraphs(kept.move).visit(body).ranges;
  for (const [name, paragraphs] of from) {
    paragraphs.forEach((paragraph, index) => {
      const target = to.get(name)?.[index];
      if (target && endsOn(paragraph, gone)) put(takenFrom(paragraph), target);
    });
  }
}

/** Finds the paragraphs of which something was moved, by the names of their ranges. */
class MovedParagraphs {
  readonly ranges = new Map<string, Xml[]>();
  #open = "";
  #last = "";
  #moved = false;

  constructor(private readonly name: string) {}

  visit(node: Xml): this {
    for (const child of elementsOf(node)) {
      if (child.name === `${this.name}RangeStart`) {
        this.#open = attributeOf(child, "w:name") ?? "";
        this.#last = this.#open;
      } else if (child.name === `${this.name}RangeEnd`) this.#open = "";
      else if (child.name === "w:p") this.#paragraph(child);
      else {
        this.#moved ||= child.name === this.name;
        this.visit(child);
      }
    }
    return this;
  }

  #paragraph(node: Xml): void {
    this.#last = this.#open;
    this.#moved = false;
    this.visit(node);
    if (!this.#moved) return;
    const paragraphs = this.ranges.get(this.#last) ?? [];
    paragraphs.push(node);
    this.ranges.set(this.#last, paragraphs);
  }
}

function takenFrom(node: Xml, taken: Xml[] = []): Xml[] {
  node.children = node.children.filter((child) => {
    if (!isElement(child)) return true;
    const isTaken =
      child.name === "w:bookmarkStart" && !isAside(attributeOf(child, "w:name") ?? "");
    if (isTaken) taken.push(child);
    else takenFrom(child, taken);
    return !isTaken;
  });
  return taken;
}

function put(bookmarks: readonly Xml[], paragraph: Xml): void {
  const properties = paragraph.children.findIndex(
    (child) => isElement(child) && child.name === "w:pPr",
  );
  const before = paragraph.children.slice(0, properties + 1);
  const behind = paragraph.children.slice(properties + 1);
  paragraph.children = [...before, ...bookmarks, ...behind];
}
