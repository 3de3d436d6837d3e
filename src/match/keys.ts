import type { Node } from "./tree.js";

/** What a node of this kind can be known by wherever it stands; null: by nothing. */
export const textKey = ({ kind, rich }: Node): string | null =>
  TEXTUAL.has(kind) && rich && rich.text.length > 0
    ? `${kind} ${rich.spans ? JSON.stringify(rich) : `plain ${rich.text}`}`
    : null;

/** What a track or a level can be known by wherever it stands: its first anchor; null: by nothing. */
export const anchorKey = ({ kind, anchors }: Node): string | null =>
  (kind === "level" || kind === "track") && anchors[0] !== undefined
    ? `${kind} ${anchors[0]}`
    : null;

const TEXTUAL: ReadonlySet<string> = new Set(["item", "paragraph", "heading", "code"]);

/** The nodes whose key is nobody else's. */
export function once(
  nodes: Iterable<Node>,
  keyOf: (node: Node) => string | null,
): Map<string, Node> {
  const found = new Map<string, Node | null>();
  for (const node of nodes) {
    const key = keyOf(node);
    if (key !== null) found.set(key, found.has(key) ? null : node);
  }
  return new Map([...found].filter((entry): entry is [string, Node] => entry[1] !== null));
}
