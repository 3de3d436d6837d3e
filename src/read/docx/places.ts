import type { Document } from "../../document.js";
import { elementsOf, type Xml } from "./xml.js";

/** The paragraphs below an element, in the order in which they stand. */
export function paragraphsIn(node: Xml): Xml[] {
  const found: Xml[] = [];
  const visit = (parent: Xml): void => {
    for (const child of elementsOf(parent)) {
      if (child.name === "w:p") found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/** Tells for elements of the XML which node of the document is nearest. */
export class Places {
  readonly #held: ReadonlySet<object>;
  readonly #near = new Map<Xml, object | null>();

  /**
   * `nodes` tells what was made of elements, `successors` which node holds the text of one that was
   * given up, `joined` which paragraph went into which other; `paragraphs` are all in their order,
   * also those that are gone.
   */
  constructor(
    document: Document,
    private readonly nodes: ReadonlyMap<Xml, object | null>,
    private readonly successors: ReadonlyMap<object, object>,
    private readonly joined: ReadonlyMap<Xml, Xml>,
    paragraphs: readonly Xml[],
  ) {
    this.#held = objectsIn(document);
    this.#fill(paragraphs);
    // What stands before the first node has none but the next.
    this.#fill([...paragraphs].reverse());
  }

  /** The nearest node; null where there is none, or where a line is no node, such as the title. */
  nodeOf(element: Xml | null): object | null {
    if (!element) return null;
    return this.#near.get(element) ?? this.#around(element) ?? null;
  }

  #fill(paragraphs: readonly Xml[]): void {
    let last: object | undefined;
    for (const paragraph of paragraphs) {
      const own = this.#near.get(paragraph) ?? this.#around(paragraph);
      if (own) last = own;
      if (own !== undefined) this.#near.set(paragraph, own);
      else if (last) this.#near.set(paragraph, last);
    }
  }

  /** The node of the document that was made of an element itself; undefined: none. */
  madeOf(element: Xml): object | null | undefined {
    const made = this.nodes.get(element);
    if (!made) return made;
    const node = this.successors.get(made) ?? made;
    return this.#held.has(node) ? node : undefined;
  }

  /** The node of the element, of the paragraph that it went into, or of what holds it. */
  #around(element: Xml): object | null | undefined {
    let node: Xml | null = element;
    while (node) {
      const into = this.joined.get(node);
      const made: object | null | undefined = into ? undefined : this.madeOf(node);
      if (made !== undefined) return made;
      node = into ?? node.parent;
    }
    return undefined;
  }
}

/** Every object in a document. */
function objectsIn(document: Document): Set<object> {
  const held = new Set<object>();
  const waiting: unknown[] = [document];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null || held.has(value)) continue;
    held.add(value);
    for (const each of Object.values(value)) waiting.push(each);
  }
  return held;
}
