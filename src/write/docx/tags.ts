/** The names of bookmarks that tell, while two documents are compared, which node a paragraph shows. */
export class Tags {
  readonly #nodes: object[] = [];

  /** The name of a bookmark for a node of the document. */
  nameOf(node: object): string {
    this.#nodes.push(node);
    return `${PREFIX}${this.#nodes.length - 1}`;
  }

  /** The node of a bookmark; undefined: it is none of these. */
  nodeOf(name: string): object | undefined {
    return name.startsWith(PREFIX) ? this.#nodes[Number(name.slice(PREFIX.length))] : undefined;
  }
}

const PREFIX = "_tag";
