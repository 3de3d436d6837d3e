import type { Node } from "../../match/tree.js";
import type { RichText } from "../../model/ladder.js";
import type { Plan } from "../plan.js";
import { type Extent, extentOf, linesOf } from "./extent.js";
import { depthOf, headingOf } from "./headed.js";
import { inlineOf } from "./inline.js";
import type { PostSource } from "./post.js";
import type { Stencils } from "./stencil.js";
import { Unwritable } from "./unwritable.js";
import { written } from "./written.js";

/** Where something new is written. */
export interface Spot {
  html: boolean;
  /** White space before each of its lines. */
  indent: string;
  /** An offset near by: models are looked for around it. */
  near: number;
  /** The kind of what it is put into. */
  parent: Node["kind"];
  /** The number that an ordered list has come to. */
  number?: number;
}

/** How deep HTML is indented where there is no model for it. */
const STEP = "  ";

/** The depth of a section in our own Markdown. */
const CARD_SECTION = 4;

/** Writes nodes that are new to a post in the manner of their nearest kin there. */
export class Renderer {
  constructor(
    private readonly post: PostSource,
    private readonly stencils: Stencils,
    /** Writes a node that the post has, for another place in it. */
    private readonly moved: (plan: Plan, spot: Spot) => string,
  ) {}

  /** The source of a node, without indent before its first line and without a line end at its end. */
  source(plan: Plan, spot: Spot): string {
    if (plan.ours) return this.moved(plan, spot);
    switch (plan.kind) {
      case "item":
        return this.item(plan, spot);
      case "list":
        return this.list(plan, spot);
      case "paragraph":
        return this.line(plan, spot, spot.html ? ["<p>", "</p>"] : ["", ""]);
      case "heading":
        return this.heading(plan, Number(plan.form), spot);
      case "section":
        return this.section(plan, spot);
      case "level":
        return this.level(plan, spot);
      case "rule":
        return spot.html ? "<hr/>" : "___";
      default:
        throw new Unwritable(plan, "there is no form for it");
    }
  }

  /** Nodes one below the other. */
  blocks(plans: readonly Plan[], spot: Spot): string {
    const between = spot.html ? this.post.eol : this.post.eol.repeat(2);
    return plans.map((plan) => this.source(plan, spot)).join(between + spot.indent);
  }

  private model(kind: Node["kind"], { parent, near, html }: Spot): Node | null {
    return this.stencils.nearest(kind, parent, near, html);
  }

  private words(rich: RichText | null, { html }: Spot): string {
    return written(rich ?? { text: "" }, { html, cell: false }, this.post);
  }

  /** What stands around the words of a model: its tags, its marker. */
  private around(model: Node | null): [string, string] | null {
    const extent = model && extentOf(model);
    const inline = model && inlineOf(model, this.post);
    if (!extent || !inline) return null;
    const below = model.children.length > 0 ? inline.end : extent.end;
    const before = this.post.text.slice(extent.start, inline.start);
    const after = this.post.text.slice(inline.end, below);
    // Marks that close a heading have a space before them.
    return [withoutId(before), after.replace(/^[ \t]+(?![ \t#])/, "")];
  }

  private line(plan: Plan, spot: Spot, plain: [string, string]): string {
    const [before, after] = this.around(this.model(plan.kind, spot)) ?? plain;
    return before + this.words(plan.rich, spot) + after;
  }

  private item(plan: Plan, spot: Spot): string {
    const model = this.model("item", spot);
    const found = this.around(model);
    const html = spot.html;
    const marker = (found?.[0] ?? "- ").replace(/^\d+/, String(spot.number ?? 1));
    const before = html ? (found?.[0] ?? "<li>") : marker.replace(/\[[ xX]\]\s+/, "");
    const after = html ? (model?.children.length === 0 ? (found?.[1] ?? "</li>") : "</li>") : "";
    const words = before + this.words(plan.rich, spot);
    if (plan.children.length === 0) return words + after;
    const step = html ? STEP : " ".repeat(before.length);
    const inner = { ...spot, indent: spot.indent + step, parent: "item" as const };
    const below = this.post.eol + inner.indent + this.blocks(plan.children, inner);
    return words + below + (html ? this.post.eol + spot.indent + after.trim() : "");
  }

  private list(plan: Plan, spot: Spot): string {
    const ordered = plan.form !== "";
    const model = this.model("list", spot);
    const items = plan.children;
    if (!spot.html) {
      const inner = { ...spot, parent: "list" as const };
      return items
        .map((item, index) =>
          this.source(item, { ...inner, ...(ordered && { number: index + 1 }) }),
        )
        .join(this.post.eol + spot.indent);
    }
    const name = ordered ? "ol" : "ul";
    const [open, indent, close] = this.listTags(model, name, spot);
    const inner = { ...spot, indent, parent: "list" as const };
    const lines = items.map((item) => indent + this.source(item, inner));
    return [open, ...lines, spot.indent + close].join(this.post.eol);
  }

  /** A list's tags, and how its items are indented. */
  private listTags(model: Node | null, name: string, spot: Spot): [string, string, string] {
    const extent = model && extentOf(model);
    const first = model?.children[0] && extentOf(model.children[0]);
    const tag = extent && /^<(ul|ol)\b[^>]*>/i.exec(this.post.text.slice(extent.start));
    const open = tag?.[1]?.toLowerCase() === name ? withoutId(tag[0]) : `<${name}>`;
    const deeper =
      extent && first && linesOf(first, this.post)
        ? this.post.indentAt(first.start).slice(this.post.indentAt(extent.start).length)
        : STEP;
    return [open, spot.indent + (deeper || STEP), `</${name}>`];
  }

  private heading(plan: Plan, depth: number, spot: Spot): string {
    const level = Math.min(Math.max(depth, 1), 6);
    const words = this.words(plan.rich, spot);
    return spot.html ? `<h${level}>${words}</h${level}>` : `${"#".repeat(level)} ${words}`;
  }

  private section(plan: Plan, spot: Spot): string {
    const model =
      this.model("section", spot) ??
      this.stencils.nearest("section", "level", spot.near, spot.html);
    const [before, after] =
      this.around(this.headingOf(model)) ??
      (spot.html ? ["<h3>", "</h3>"] : [`${"#".repeat(this.sectionDepth(spot))} `, ""]);
    const heading = before + this.words(plan.rich, spot) + after;
    const inner = { ...spot, parent: "section" as const };
    const rest = plan.children.length > 0 ? [this.blocks(plan.children, inner)] : [];
    const between = spot.html ? this.post.eol : this.post.eol.repeat(2);
    return [heading, ...rest].join(between + spot.indent);
  }

  /** Of a section where no other shows it: one more than that of the level that holds it. */
  private sectionDepth({ near }: Spot): number {
    const heading = headingOf(this.stencils.nearest("level", "track", near, false));
    const depth = heading && depthOf(heading, this.post);
    return depth ? Math.min(depth + 1, 6) : CARD_SECTION;
  }

  /** A section without what it holds. */
  private headingOf(section: Node | null): Node | null {
    return section && { ...section, children: [] };
  }

  /** The nearest level, with other values and other sections. */
  private level(plan: Plan, spot: Spot): string {
    const model = this.model("level", spot);
    const extent = model && extentOf(model);
    if (!extent) throw new Unwritable(plan, "no other level shows how one is written");
    const heading = headingOf(model);
    return heading ? this.headed(plan, heading, spot) : this.filled(plan, model, extent, spot);
  }

  /** A level that is a heading such as another, and what stands below it. */
  private headed(plan: Plan, heading: Node, spot: Spot): string {
    const [title, ...more] = plan.children.filter(({ kind }) => kind === "attribute");
    const around = this.around(heading);
    if (!title || !around || more.length > 0)
      throw new Unwritable(plan, "its facts are not those of the level beside it");
    const line = around.join(this.words(title.rich, spot)).replace(/<a><\/a>/g, "");
    const below = plan.children.filter(({ kind }) => kind !== "attribute" && kind !== "shown");
    const inner = { ...spot, parent: "level" as const };
    const rest = below.length > 0 ? [this.blocks(below, inner)] : [];
    return [line, ...rest].join(this.post.eol.repeat(2));
  }

  private filled(plan: Plan, model: Node, extent: Extent, spot: Spot): string {
    const values = plan.children.filter(({ kind }) => kind === "attribute");
    const slots = model.children.filter(({ kind }) => kind === "attribute");
    if (values.map(({ form }) => form).join() !== slots.map(({ form }) => form).join())
      throw new Unwritable(plan, "its facts are not those of the level beside it");
    const parts: [number, number, string][] = slots.map((slot, index) => {
      const inline = inlineOf(slot, this.post);
      if (!inline) throw new Unwritable(plan, "the level beside it lacks a value");
      const rich = values[index]?.rich ?? { text: "" };
      return [inline.start, inline.end, written(rich, inline, this.post)];
    });
    const body = model.children.filter(({ kind }) => kind !== "attribute" && kind !== "shown");
    const [first, last] = [body[0], body.at(-1)].map((node) => (node ? extentOf(node) : null));
    if (!first || !last) throw new Unwritable(plan, "the level beside it holds nothing");
    const below = plan.children.filter(({ kind }) => kind !== "attribute" && kind !== "shown");
    const indent = this.post.indentAt(first.start);
    const inner = { ...spot, indent, near: first.start, parent: "level" as const };
    parts.push([first.start, last.end, this.blocks(below, inner)]);
    let at = extent.start;
    let source = "";
    for (const [start, end, text] of parts.sort((a, b) => a[0] - b[0])) {
      source += this.post.text.slice(at, start) + text;
      at = end;
    }
    source += this.post.text.slice(at, Math.max(at, extent.end));
    return shownAway(withoutId(source), spot.html);
  }
}

/** No two elements have one id. */
const withoutId = (source: string): string =>
  source.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag.replace(/\s+id\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ""),
  );

/** What a Markdown rendering only shows is made anew, and not copied. */
const shownAway = (source: string, html: boolean): string =>
  html ? source : source.replace(/^- \*[^*\n]+:\*.*(?:\r\n|\n|\r)?/gm, "");
