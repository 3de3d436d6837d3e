import type { Node } from "../../match/tree.js";
import { nodesBelow } from "../../match/tree.js";
import { type Extent, extentOf } from "./extent.js";
import type { PostSource } from "./post.js";

/** Nodes of one kind below parents of one kind, in the order in which they stand. */
interface Kin {
  starts: readonly number[];
  nodes: readonly Node[];
}

/** Finds nodes of the post after which new ones are modelled. */
export class Stencils {
  /** Made when the first is looked for: most edits need none. */
  private known: ReadonlyMap<string, Kin> | null = null;

  constructor(
    private readonly root: Node,
    private readonly post: PostSource,
  ) {}

  /** The nearest node of a kind, below a parent of a kind, written in HTML or Markdown as asked. */
  nearest(kind: Node["kind"], parent: Node["kind"], offset: number, html: boolean): Node | null {
    this.known ??= knownBelow(this.root, this.post);
    const key = keyOf(kind, parent, html);
    // One that holds nothing but its words is the better model.
    const kin = (kind === "item" && this.known.get(`simple ${key}`)) || this.known.get(key);
    return kin ? nearestOf(kin, offset) : null;
  }
}

function knownBelow(root: Node, post: PostSource): Map<string, Kin> {
  const placed = Array.from(nodesBelow(root), (node) => ({ node, extent: extentOf(node) }))
    .flatMap(({ node, extent }) => (extent ? [{ node, extent }] : []))
    .sort((a, b) => a.extent.start - b.extent.start);
  const known = new Map<string, { starts: number[]; nodes: Node[] }>();
  const add = (key: string, node: Node, start: number): void => {
    const kin = known.get(key) ?? { starts: [], nodes: [] };
    kin.starts.push(start);
    kin.nodes.push(node);
    known.set(key, kin);
  };
  for (const { node, extent } of placed) {
    const key = keyOf(node.kind, node.parent?.kind, isHtmlAt(extent, post));
    add(key, node, extent.start);
    if (node.kind === "item" && node.children.length === 0)
      add(`simple ${key}`, node, extent.start);
  }
  return known;
}

/** The first of those that are nearest to an offset. */
function nearestOf({ starts, nodes }: Kin, offset: number): Node | null {
  const after = firstFrom(starts, offset);
  const [before, next] = [starts[after - 1], starts[after]];
  if (before === undefined) return nodes[after] ?? null;
  if (next !== undefined && next - offset < offset - before) return nodes[after] ?? null;
  return nodes[firstFrom(starts, before)] ?? null;
}

/** The index of the first number that is not below another, in a rising list. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

const keyOf = (kind: string, parent: string | undefined, html: boolean): string =>
  `${kind} in ${parent ?? ""} ${html ? "HTML" : "Markdown"}`;

/** True where a stretch of the post is HTML. */
export function isHtmlAt({ start }: Extent, post: PostSource): boolean {
  const [found] = post.startingAt(start);
  return found?.list[found.index]?.html === true;
}
