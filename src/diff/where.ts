import type { Card, Document } from "../document.js";
import { type Names, nameOf, namesOf } from "../match/names.js";
import { type Node, within } from "../match/tree.js";
import type { Side, What } from "./change.js";

/** Says where the nodes of one ladder stand. */
export class Whereabouts {
  private made: Names | null = null;

  constructor(private readonly document: Document) {}

  /** Made when they are first asked for: mostly nothing has changed. */
  private get names(): Names {
    this.made ??= namesOf(this.document);
    return this.made;
  }

  /** All of a side but its piece. */
  of(node: Node): Omit<Side, "piece"> {
    const track = within(node, "track");
    const level = within(node, "level");
    return {
      path: this.pathOf(node),
      track: track?.rich?.text ?? null,
      level: level && this.levelName(level, track),
      section: within(node, "section")?.rich?.text ?? null,
      at: placeIn(node),
      ...(node.place && { place: node.place }),
    };
  }

  /** "SE 2 · Software Engineer": the track's short name before the level's. */
  private levelName(level: Node, track: Node | null): string {
    const code = track ? (nameOf(track, this.names) ?? "") : "";
    return `${code} ${(level.of as Card).heading}`.trim();
  }

  /** What only holds others is called after what holds it: a list after its section. */
  pathOf(node: Node): string {
    if (node.kind === "front") return frontPath(node.form);
    const own = HOLDERS.has(node.kind) ? this.holderPath(node) : "";
    if (own !== "") return own;
    const name = nameOf(node, this.names);
    // An empty cell has no words to be known by.
    if (!name && node.kind === "cell" && node.parent)
      return `${this.pathOf(node.parent)} › ${node.parent.children.indexOf(node)}`;
    return name ?? (node.parent?.parent ? this.pathOf(node.parent) : node.kind);
  }

  /** Of what only the post holds: the heading that it stands under. */
  private holderPath(node: Node): string {
    if (node.parent?.parent) return this.pathOf(node.parent);
    return nameOf(node, this.names)?.split(" › ")[0] ?? "";
  }
}

function placeIn(node: Node): number[] {
  const at: number[] = [];
  for (let each = node; each.parent; each = each.parent)
    at.push(each.parent.children.indexOf(each));
  return at.reverse();
}

const HOLDERS: ReadonlySet<string> = new Set(["list", "quote", "table"]);

function frontPath(form: string): string {
  const [, key] = /^(?:origin|shown) (.+)$/.exec(form) ?? [];
  return key ?? (form === "" ? "front matter" : `front matter › ${form}`);
}

/** What people call a node. */
export function whatOf(node: Node): What {
  const holders = new Set<string>();
  for (let each = node.parent; each; each = each.parent) holders.add(each.kind);
  const grid = holders.has("overview") ? "overview" : "table";
  const { kind } = node;
  if (kind === "item") return holders.has("level") ? "expectation" : "bullet";
  if (kind === "row" || kind === "cell") return `${grid} ${kind}`;
  if (kind === "paragraph" && node.parent?.kind === "cell") return `${grid} cell`;
  if (kind === "attribute") return "fact";
  if (kind === "column") return "column head";
  if (kind === "front") return "front matter";
  return kind as What;
}
