import type { Claims } from "../match/matching.js";
import type { Kind, Node } from "../match/tree.js";
import { isEmpty } from "../model/rich.js";

/** What is nothing in a post where it has neither words nor anything in it. */
const NOTHING: ReadonlySet<Kind> = new Set(["paragraph", "heading", "list", "item", "section"]);

/** Takes out what somebody has emptied, or left empty: such lines show no more than a gap. */
export function dropEmptied(node: Node): void {
  for (const child of node.children) dropEmptied(child);
  node.children = node.children.filter((child) => !isEmptied(child));
}

const isEmptied = ({ kind, rich, children }: Node): boolean =>
  NOTHING.has(kind) && children.length === 0 && (rich === null || isEmpty(rich));

/** Where a section's heading was emptied, what it headed goes on with what stands above. */
export function dissolveUntitled(node: Node, claims: Map<Node, readonly Node[]>): void {
  const children: Node[] = [];
  for (const child of node.children) {
    dissolveUntitled(child, claims);
    const last = lastSection(children);
    if (!wasTitled(child, claims)) children.push(child);
    else {
      claims.delete(child);
      for (const each of child.children) adopt(each, last ?? node, last?.children ?? children);
    }
  }
  node.children = children;
}

function adopt(child: Node, parent: Node, into: Node[]): void {
  child.parent = parent;
  into.push(child);
}

/** The section that is open behind these nodes. */
function lastSection(nodes: readonly Node[]): Node | null {
  const last = nodes.at(-1);
  return last?.kind === "section" ? (lastSection(last.children) ?? last) : null;
}

/** True for a section without a title that had one. */
const wasTitled = (node: Node, claims: Claims): boolean =>
  node.kind === "section" &&
  node.rich?.text === "" &&
  (claims.get(node) ?? []).some(({ rich }) => rich?.text !== "");
