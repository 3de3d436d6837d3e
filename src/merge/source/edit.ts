import { sameText } from "../../match/likeness.js";
import { longestRising } from "../../match/staying.js";
import type { Node } from "../../match/tree.js";
import { levelName } from "../../read/shapes/heading-per-level/steps.js";
import { type Splice, spliced } from "../../splice.js";
import type { Plan } from "../plan.js";
import { anchorsFor } from "./anchors.js";
import { recode } from "./code.js";
import { type Extent, extentOf, isApart, linesOf, withBlanks } from "./extent.js";
import { frontSplice } from "./front.js";
import { headingOf } from "./headed.js";
import { inlineOf } from "./inline.js";
import type { PostSource } from "./post.js";
import { Renderer, type Spot } from "./render.js";
import { reword } from "./reword.js";
import { isHtmlAt, Stencils } from "./stencil.js";
import { Unwritable } from "./unwritable.js";

/** Carries out a plan: the post's text with the bytes changed that have to change, and no others. */
export function carryOut(plan: Plan, post: PostSource): string {
  const editor = new Editor(post, plan.ours as Node);
  return spliced(post.text, editor.edits(plan));
}

/** Kinds that Markdown parts by blank lines. */
const APART: ReadonlySet<string> = new Set([
  "paragraph",
  "heading",
  "list",
  "section",
  "level",
  "rule",
  "code",
  "quote",
  "table",
  "track",
]);

class Editor {
  private readonly renderer: Renderer;

  constructor(
    private readonly post: PostSource,
    root: Node,
  ) {
    const stencils = new Stencils(root, post);
    this.renderer = new Renderer(post, stencils, (plan, spot) => this.moved(plan, spot));
  }

  /** What changes within a node that stays, or moves as a whole. */
  edits(plan: Plan): Splice[] {
    const { ours } = plan;
    if (!ours) return [];
    const words = sameText(plan.rich, ours.rich) ? [] : this.words(plan, ours);
    return [...words, ...this.children(plan, ours)];
  }

  private words(plan: Plan, ours: Node): Splice[] {
    const after = plan.rich ?? { text: "" };
    const before = ours.rich ?? { text: "" };
    if (ours.kind === "front") return [frontSplice(plan, after.text, this.post)];
    const lines =
      ours.kind === "code" && ours.place
        ? recode(ours.place, before.text, after.text, this.post)
        : null;
    if (lines) return lines;
    if (headingOf(ours.parent) === ours && !levelName(after.text))
      throw new Unwritable(plan, "a heading that says this names no level");
    const inline = inlineOf(ours, this.post);
    if (!inline) throw new Unwritable(plan, "its words are not found in the post");
    const anchors = anchorsFor(ours, after.text, this.post);
    const { start } = inline;
    return [
      ...(anchors === "" ? [] : [{ start, end: start, text: anchors }]),
      ...reword(inline, before, after, this.post),
    ];
  }

  private children(plan: Plan, ours: Node): Splice[] {
    const staying = stayingIn(plan, ours);
    const kept = new Set(Array.from(staying, (child) => child.ours));
    const splices: Splice[] = [];
    for (const child of ours.children)
      if (!kept.has(child)) splices.push(this.cut(child, ours, plan));
    let run: Plan[] = [];
    let before: Node | null = null;
    const flush = (after: Node | null) => {
      if (run.length > 0) splices.push(this.insert(run, plan, before, after));
      run = [];
    };
    for (const child of plan.children) {
      if (!staying.has(child)) {
        run.push(child);
        continue;
      }
      flush(child.ours);
      splices.push(...this.edits(child));
      before = child.ours;
    }
    flush(null);
    return splices;
  }

  /** Takes a node's lines away, or the node alone where others stand on them. */
  private cut(node: Node, parent: Node, plan: Plan): Splice {
    const extent = extentOf(node);
    if (!extent) throw new Unwritable(plan, "its place in the post is not known");
    const lines = linesOf(extent, this.post);
    if (!lines) return { ...extent, text: "" };
    const apart = APART.has(node.kind) && !isHtmlAt(extent, this.post);
    const isLast = parent.children.at(-1) === node;
    const whole = apart ? withBlanks(lines, this.post) : lines;
    // The blank line below the last of a list belongs to what follows.
    return { ...(apart && isLast && parent.kind === "item" ? lines : whole), text: "" };
  }

  /** Puts nodes behind one that stays, or before one. */
  private insert(
    plans: readonly Plan[],
    parent: Plan,
    before: Node | null,
    after: Node | null,
  ): Splice {
    const first = plans[0] as Plan;
    const beside = (node: Node | null): Node | null =>
      node && partOf(node.kind) === partOf(first.kind) && extentOf(node) ? node : null;
    const next = beside(after);
    const last = parent.ours?.children.findLast((child) => beside(child)) ?? null;
    const behind = beside(before) ?? (next ? null : last);
    const anchor = behind ?? next ?? parent.ours;
    const extent = anchor && extentOf(anchor);
    if (!anchor || !extent) throw new Unwritable(first, "there is no place for it");
    if (anchor === parent.ours) return this.fill(plans, parent, extent);
    const spot = this.spotAt(extent, parent);
    const lines = linesOf(extent, this.post);
    const isBehind = anchor === behind;
    const sources = plans.map((plan, index) =>
      this.renderer.source(plan, { ...spot, ...this.numberAfter(anchor, isBehind, index) }),
    );
    if (!lines) {
      if (!spot.html) throw new Unwritable(first, "other text stands on its line");
      const at = isBehind ? extent.end : extent.start;
      return { start: at, end: at, text: sources.join("") };
    }
    const { eol } = this.post;
    const apart = !spot.html && (APART.has(first.kind) || this.isLoose(anchor));
    const between = apart ? eol : "";
    const text = sources.map((source) => spot.indent + source + eol).join(between);
    if (!isBehind) return { start: lines.start, end: lines.start, text: text + between };
    const ends = /[\r\n]$/.test(this.post.text.slice(lines.start, lines.end));
    const body = ends ? between + text : eol + between + text.slice(0, -eol.length);
    return { start: lines.end, end: lines.end, text: body };
  }

  private spotAt(extent: Extent, parent: Plan): Spot {
    const html = isHtmlAt(extent, this.post);
    const indent = this.post.indentAt(extent.start);
    return { html, indent, near: extent.start, parent: parent.kind };
  }

  /** What holds nothing yet gets its first: a section its list, a level that is a heading its prose. */
  private fill(plans: readonly Plan[], parent: Plan, extent: Extent): Splice {
    const spot = this.spotAt(extent, parent);
    const lines = linesOf(extent, this.post);
    if (!lines || !(FILLED.has(parent.kind) || headingOf(parent.ours)))
      throw new Unwritable(plans[0] as Plan, "there is no place for it");
    const { eol } = this.post;
    const inner = parent.kind === "item" ? { ...spot, indent: `${spot.indent}  ` } : spot;
    const text = inner.indent + this.renderer.blocks(plans, inner) + eol;
    const gap = spot.html || parent.kind === "item" ? "" : eol;
    return { start: lines.end, end: lines.end, text: gap + text };
  }

  private numberAfter(anchor: Node, isBehind: boolean, index: number): { number?: number } {
    const extent = extentOf(anchor);
    const found =
      extent && /^(\d+)[.)]/.exec(this.post.text.slice(extent.start, extent.start + 12));
    return found ? { number: Number(found[1]) + index + (isBehind ? 1 : 0) } : {};
  }

  /** True in a list of Markdown whose items are parted by blank lines. */
  private isLoose(item: Node): boolean {
    const siblings = item.parent?.children ?? [];
    return siblings.some((each, index) => {
      const [a, b] = [extentOf(each), siblings[index + 1] && extentOf(siblings[index + 1] as Node)];
      return item.kind === "item" && a && b && isApart(a, b, this.post);
    });
  }

  /** The source of a node that moves, as it stands, for another indent and another list. */
  private moved(plan: Plan, spot: Spot): string {
    const extent = plan.ours && extentOf(plan.ours);
    if (!plan.ours || !extent) throw new Unwritable(plan, "its place in the post is not known");
    // Between HTML and Markdown nothing can go as it stands.
    if (isHtmlAt(extent, this.post) !== spot.html) return this.renderer.source(asNew(plan), spot);
    const own = this.edits(plan).map(({ start, end, text }) => ({
      start: start - extent.start,
      end: end - extent.start,
      text,
    }));
    const source = spliced(this.post.text.slice(extent.start, extent.end), own);
    const indent = this.post.indentAt(extent.start);
    const [first = "", ...rest] = source.split(/(?<=\n)/);
    const lines = rest.map((line) =>
      line.startsWith(indent) ? spot.indent + line.slice(indent.length) : line,
    );
    const marker = spot.number === undefined ? first : first.replace(/^\d+/, String(spot.number));
    return marker + lines.join("");
  }
}

/** Kinds that may hold nothing. */
const FILLED: ReadonlySet<string> = new Set(["section", "item"]);

/** Facts and sections of a level stand in cells of their own; so do a track's columns and levels. */
function partOf(kind: Node["kind"]): "facts" | "levels" | "rest" {
  if (kind === "level") return "levels";
  return kind === "attribute" || kind === "shown" || kind === "column" ? "facts" : "rest";
}

/** A plan without what the post has of it. */
const asNew = (plan: Plan): Plan => ({ ...plan, ours: null, children: plan.children.map(asNew) });

/** The children that stay where they stand: of those that change places, the ones that still rise. */
function stayingIn(plan: Plan, ours: Node): ReadonlySet<Plan> {
  const places = new Map(ours.children.map((child, index) => [child, index]));
  const own = plan.children.flatMap((child) => {
    const at = child.ours ? places.get(child.ours) : undefined;
    return at === undefined ? [] : [{ child, at }];
  });
  const rising = longestRising(own.map(({ at }) => at));
  return new Set(rising.flatMap((index) => own[index]?.child ?? []));
}
