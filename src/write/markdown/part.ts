import type { ListItem, RootContent } from "mdast";
import type { Card, CardSection, Fact, Part } from "../../document.js";
import { plainText, spansOf } from "../../model/rich.js";
import { blockNodes, headingNode, listItem } from "./blocks.js";
import { anchor, phrasing } from "./phrasing.js";

const PART_DEPTH = 2;

/** A part: its heading, what heads its cards' columns, its prose, its cards. */
export function partNodes(part: Part): RootContent[] {
  return [
    headingNode(PART_DEPTH, part.title, part.anchors, "part"),
    ...(part.standing === null ? [] : [standingNode(part.standing)]),
    ...blockNodes(part.intro),
    ...part.columns.map(
      (column): RootContent => ({
        type: "paragraph",
        children: [anchor({ class: "column" }), ...phrasing(column)],
      }),
    ),
    ...part.cards.flatMap(cardNodes),
  ];
}

const standingNode = (text: string): RootContent => ({
  type: "paragraph",
  children: [
    anchor({ class: "standing" }),
    { type: "emphasis", children: [{ type: "text", value: text }] },
  ],
});

function cardNodes(card: Card): RootContent[] {
  const items = [...card.facts.map(factItem), ...card.extras.map(extraItem)];
  const facts: RootContent[] =
    items.length > 0 ? [{ type: "list", ordered: false, spread: false, children: items }] : [];
  const name = items.length > 0 ? "card" : "card bare";
  return [
    headingNode(PART_DEPTH + 1, plainText(card.heading), card.anchors, name),
    ...facts,
    ...blockNodes(card.summary),
    ...card.sections.flatMap((section) => sectionNodes(section, PART_DEPTH + 2)),
  ];
}

/** "**Title:** Software Engineer". */
export function factItem({ name, value }: Fact): ListItem {
  const spans = spansOf(value);
  return listItem([
    {
      type: "paragraph",
      children: [
        { type: "strong", children: [{ type: "text", value: `${name}:` }] },
        ...(spans.length > 0 ? phrasing({ text: "", spans: [SPACE, ...spans] }) : []),
      ],
    },
  ]);
}

const SPACE = { type: "text" as const, text: " " };

/** "*Grade:* 2": in italics, since it is told elsewhere and only shown here. */
function extraItem({ name, value }: { name: string; value: string }): ListItem {
  return listItem([
    {
      type: "paragraph",
      children: [
        { type: "emphasis", children: [{ type: "text", value: `${name}:` }] },
        { type: "text", value: ` ${value}` },
      ],
    },
  ]);
}

function sectionNodes(section: CardSection, depth: number): RootContent[] {
  return [
    headingNode(depth, section.title, section.anchors),
    ...blockNodes(section.blocks),
    ...section.sections.flatMap((child) => sectionNodes(child, depth + 1)),
  ];
}
