import { isBlock } from "../../read/blocks/inline.js";
import { parsePage, parsePost } from "../../read/post/parse.js";
import { Source } from "../../read/source.js";
import { type ElementNode, type TreeNode, textContent } from "../../read/tree.js";

/** Where a node stands: in a list of nodes, and where the element stands whose children they are. */
export interface Spot {
  list: readonly TreeNode[];
  index: number;
  parent: Spot | null;
}

/** A post's text with the tree that it was read from: what stands where in it. */
export class PostSource {
  readonly text: string;
  readonly nodes: readonly TreeNode[];
  /** The line end that the post uses. */
  readonly eol: string;
  /** Names of the tags that the post uses for strong and emphasised text. */
  readonly strong: string;
  readonly emphasis: string;
  private readonly byStart = new Map<number, Spot[]>();

  constructor(text: string, page: boolean) {
    this.text = text;
    const source = new Source(text);
    this.nodes = (page ? parsePage(source) : parsePost(source)).nodes;
    this.eol = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
    this.strong = /<b[\s>]/i.test(text) && !/<strong[\s>]/i.test(text) ? "b" : "strong";
    this.emphasis = /<i[\s>]/i.test(text) && !/<em[\s>]/i.test(text) ? "i" : "em";
    this.index(this.nodes, null);
  }

  private index(list: readonly TreeNode[], parent: Spot | null): void {
    list.forEach((node, index) => {
      const spot = { list, index, parent };
      const start = node.place.start.offset;
      const known = this.byStart.get(start);
      if (known) known.push(spot);
      else this.byStart.set(start, [spot]);
      if (node.kind === "element") this.index(node.children, spot);
    });
  }

  /** The nodes that begin at an offset, the outermost first, each in the list it stands in. */
  startingAt(offset: number): readonly Spot[] {
    return this.byStart.get(offset) ?? [];
  }

  /** The element between two offsets, the outermost of several. */
  elementAt(start: number, end: number): ElementNode | null {
    for (const { list, index } of this.startingAt(start)) {
      const node = list[index];
      if (node?.kind === "element" && node.place.end.offset === end && isBlock(node.name))
        return node;
    }
    return null;
  }

  /** The offset where the line of another begins. */
  lineStart(offset: number): number {
    let start = offset;
    while (start > 0 && !isLineEnd(this.text.charCodeAt(start - 1))) start--;
    return start;
  }

  /** The offset behind the line of another, and behind its end. */
  lineEnd(offset: number): number {
    LINE_END.lastIndex = offset;
    const found = LINE_END.exec(this.text);
    return found ? found.index + found[0].length : this.text.length;
  }

  /** White space at the beginning of an offset's line. */
  indentAt(offset: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.lineStart(offset), offset))?.[0] ?? "";
  }
}

const LINE_END = /\r\n|\n|\r/g;

const isLineEnd = (unit: number): boolean => unit === 0x0a || unit === 0x0d;

/** True for an element that shows nothing: an anchor. */
export const isAnchor = (node: TreeNode): boolean =>
  node.kind === "element" && node.name === "a" && textContent(node) === "";
