import { broken } from "./refusal.js";
import type { Xml } from "./xml.js";

/** Puts the elements of one part together, from tags and texts in their order. */
export class XmlTree {
  readonly #open: { node: Xml; first: number }[] = [];
  /** What is not yet in its element: an array of each element's own size takes the least memory. */
  readonly #waiting: (Xml | string)[] = [];

  constructor(private readonly path: string) {}

  /** How many elements are open. */
  get depth(): number {
    return this.#open.length;
  }

  open(name: string, attributes: readonly string[]): void {
    if (this.depth === 0 && this.#waiting.length > 0) {
      throw broken(
        `Unexpected ${shown(name)} behind the end of ${this.path}, expected one element`,
      );
    }
    const node: Xml = {
      name,
      attributes,
      children: NONE,
      parent: this.#open.at(-1)?.node ?? null,
    };
    this.#waiting.push(node);
    this.#open.push({ node, first: this.#waiting.length });
  }

  close(name: string): void {
    const last = this.#open.pop();
    if (last?.node.name !== name) {
      const wanted = last ? `"</${shown(last.node.name)}>"` : "the end";
      throw broken(`Unexpected end tag of ${shown(name)} in ${this.path}, expected ${wanted}`);
    }
    if (this.#waiting.length === last.first) return;
    last.node.children = this.#waiting.slice(last.first);
    this.#waiting.length = last.first;
  }

  text(text: string): void {
    if (this.depth > 0) {
      if (text !== "") this.#waiting.push(text);
    } else if (text.trim() !== "") {
      throw broken(`Unexpected text outside of elements in ${this.path}, expected XML`);
    }
  }

  /** The element that holds all others. Throws a Refusal where there is none, or it has no end. */
  root(): Xml {
    const [root] = this.#waiting;
    if (this.depth > 0 || root === undefined || typeof root === "string") {
      throw broken(`Unexpected end of ${this.path}, expected whole XML`);
    }
    return root;
  }
}

const NONE: readonly never[] = [];

const shown = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);
