import type { Card, CardSection, Fact, Part } from "../../document.js";
import type { Block, RichText, Section } from "../../model/ladder.js";
import { roleOf } from "../../model/roles.js";
import type { BlockContext } from "../blocks/context.js";
import { blocksOf } from "../blocks/index.js";
import { sectionsOf } from "../sections.js";
import { type ElementNode, element, type TreeNode, textContent } from "../tree.js";
import { classesOf } from "./tables.js";

/** Reads a part and its cards, node by node. */
export class PartReader {
  readonly part: Part;
  private card: { card: Card; awaitsFacts: boolean; blocks: Block[] } | null = null;

  constructor(
    heading: ElementNode,
    private readonly context: BlockContext,
    hue: number,
  ) {
    const { rich, anchors } = this.heading(heading);
    const empty = { standing: null, columns: [], intro: [], cards: [] };
    const { place } = heading;
    this.part = { type: "part", title: rich, anchors, hue, ...empty, place };
  }

  add(node: TreeNode): void {
    const classes = node.kind === "element" ? classesOf(node.children[0]) : [];
    if (node.kind === "element" && node.name === "h3" && classes.includes("card")) {
      this.openCard(node, classes);
    } else if (this.card) this.addToCard(node, this.card);
    else if (classes.includes("standing")) this.part.standing = this.line(node).text;
    else if (classes.includes("column")) this.part.columns.push(this.line(node));
    else this.part.intro.push(...blocksOf([node], this.context));
  }

  private openCard(node: ElementNode, classes: string[]): void {
    const { rich, anchors } = this.heading(node);
    const card: Card = {
      anchors,
      heading: rich.text,
      facts: [],
      extras: [],
      summary: [],
      sections: [],
      place: node.place,
    };
    this.part.cards.push(card);
    this.card = { card, awaitsFacts: !classes.includes("bare"), blocks: [] };
  }

  private addToCard(node: TreeNode, open: NonNullable<PartReader["card"]>): void {
    if (open.awaitsFacts && node.kind === "element" && node.name === "ul") {
      open.awaitsFacts = false;
      for (const item of node.children) this.fact(item, open.card);
      return;
    }
    open.blocks.push(...blocksOf([node], this.context));
    const { summary, sections } = sectionsOf(open.blocks);
    open.card.summary = summary;
    open.card.sections = sections.map(cardSection);
  }

  /** "**Title:** Software Engineer"; a name in italics is only shown. */
  private fact(node: TreeNode, card: Card): void {
    const paragraph = node.kind === "element" ? node.children.find(isParagraph) : undefined;
    if (paragraph?.kind !== "element") return;
    const [first, ...rest] = paragraph.children;
    if (first?.kind !== "element") return;
    const name = textContent(first).replace(/:$/, "");
    const value = this.line(element(paragraph.name, paragraph.place, rest));
    if (first.name === "em") card.extras.push({ name, value: value.text });
    else card.facts.push({ ...factOf(name, value), place: node.place });
  }

  /** The text of a node that is one line. */
  private line(node: TreeNode): RichText {
    const [block] = blocksOf(node.kind === "element" ? node.children : [node], this.context);
    if (!block || !("text" in block)) return { text: "" };
    const spans = "spans" in block ? block.spans : undefined;
    return spans ? { text: block.text, spans } : { text: block.text };
  }

  private heading(node: ElementNode): { rich: RichText; anchors: string[] } {
    const [block] = blocksOf([node], this.context);
    if (block?.type !== "heading") return { rich: { text: "" }, anchors: [] };
    const { text, spans, anchors } = block;
    return { rich: spans ? { text, spans } : { text }, anchors: anchors ?? [] };
  }
}

const isParagraph = (node: TreeNode): boolean => node.kind === "element" && node.name === "p";

function factOf(name: string, value: RichText): Fact {
  const role = roleOf(name);
  return { name, value, role: role === "label" || role === "title" ? role : "other" };
}

const cardSection = ({ title, anchors, blocks, sections, place }: Section): CardSection => ({
  title,
  anchors: anchors ?? [],
  blocks,
  sections: (sections ?? []).map(cardSection),
  ...(place && { place }),
});
