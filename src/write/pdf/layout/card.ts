import type { Card, CardSection, Fact, Part } from "../../../document.js";
import { plainText } from "../../../model/rich.js";
import type { Type } from "../theme.js";
import { body, hueOf, theme } from "../theme.js";
import {
  anchored,
  emptyStrip,
  kept,
  ruleStrip,
  setBlocks,
  setSmallHeading,
  spaced,
} from "./blocks.js";
import type { Context, Frame } from "./context.js";
import { continued } from "./continued.js";
import { type Flow, type FlowCell, flowOf, type Item, type Row, type Strip } from "./flow.js";
import { setText } from "./paragraph.js";
import { headingTag, type Tag, tagIn } from "./tag.js";

/** This much of a card's body stands on its first page, if it has as much. */
const LEAST = 110;

/** A card: its facts in a narrow column, its sections beside them, a hairline above. */
export function setCard(
  card: Card,
  part: Part,
  names: string[],
  tag: Tag,
  context: Context,
): Item[] {
  const accent = hueOf(part.hue).ink;
  const sect = tagIn(tag, "Sect");
  const { facts, main } = cardFrames(sect, accent, context);
  const left = setFacts(card, facts, context);
  const right = setBody(card, main, context);
  const rule = {
    ...ruleStrip({ ...facts, x: body.x, width: body.width }, theme.gap.afterCard),
    keep: true,
  };
  anchored([rule], names, facts);
  const cells = [
    { ...cellOf(facts, flowOf(kept(left))), again: continued(card, facts, context) },
    cellOf(main, flowOf(right)),
  ];
  const row: Row = {
    kind: "row",
    before: theme.gap.card,
    cells,
    padding: { top: 0, bottom: 0 },
    least: LEAST,
  };
  return [rule, row];
}

/** The two columns of cards; from the right where the page reads so. */
export function cardFrames(
  tag: Tag,
  accent: string,
  context: Context,
): { facts: Frame; main: Frame } {
  const { width } = theme.facts;
  const beside = width + theme.gap.column;
  const base = {
    type: theme.type.body,
    color: theme.color.ink,
    accent,
    tag,
    headings: "card" as const,
  };
  const rtl = context.direction === "rtl";
  return {
    facts: { ...base, x: rtl ? body.x + body.width - width : body.x, width },
    main: { ...base, x: rtl ? body.x : body.x + beside, width: body.width - beside },
  };
}

const cellOf = (frame: Frame, flow: Flow): FlowCell => ({
  x: frame.x,
  width: frame.width,
  flow,
  ends: true,
});

function setFacts(card: Card, frame: Frame, context: Context): Strip[] {
  const headed =
    card.facts.find((fact) => fact.role === "title") ??
    card.facts.find((fact) => fact.role === "label");
  const strips = headed ? [] : setOwnHeading(card, frame, context);
  for (const fact of card.facts) strips.push(...setFact(fact, fact === headed, frame, context));
  for (const extra of card.extras) strips.push(...setExtra(extra, frame, context));
  return spaced(strips, 0);
}

/** A card whose facts name it by nothing has its heading over them. */
function setOwnHeading(card: Card, frame: Frame, context: Context): Strip[] {
  const inner = { ...frame, type: theme.type.factTitle, tag: tagIn(frame.tag, headingTag(3)) };
  const strips = setText(plainText(card.heading), inner, context, { serif: true });
  for (const box of strips.flatMap((strip) => strip.boxes))
    if (box.kind === "text") box.leaf = null;
  return strips;
}

/** A name as a small caption, its value below: a label as a large number, a title in serif. */
function setFact(fact: Fact, heads: boolean, frame: Frame, context: Context): Strip[] {
  const caption = setCaption(fact.name, fact, frame, context);
  const tag = tagIn(frame.tag, heads ? headingTag(3) : "P");
  const value =
    fact.role === "label"
      ? setLabelValue(fact, { ...frame, tag, color: frame.accent }, context)
      : fact.role === "title"
        ? setText(fact.value, { ...frame, tag, type: theme.type.factTitle }, context, {
            serif: true,
          })
        : setText(fact.value, { ...frame, tag, type: theme.type.fact, bold: true }, context);
  return spaced([...caption, ...value], theme.gap.fact);
}

function setCaption(name: string, leaf: object, frame: Frame, context: Context): Strip[] {
  const tag = tagIn(frame.tag, "P");
  const inner = { ...frame, tag, type: theme.type.caption, color: theme.color.grey };
  return owned(setText(plainText(name), inner, context), leaf);
}

function setExtra(extra: { name: string; value: string }, frame: Frame, context: Context): Strip[] {
  const value = { ...frame, tag: tagIn(frame.tag, "P"), type: theme.type.fact, bold: true };
  const strips = [
    ...setCaption(extra.name, extra, frame, context),
    ...owned(setText(plainText(extra.value), value, context), extra),
  ];
  return spaced(strips, theme.gap.fact);
}

/** The largest size in which the label's longest word fits the column. */
function setLabelValue(fact: Fact, frame: Frame, context: Context): Strip[] {
  const longest = Math.max(
    ...fact.value.text.split(/\s+/).map((word) => context.fonts.width("serif", 1, word)),
  );
  const fits = (type: Type) => longest * type.size <= frame.width;
  const short = fact.value.text.length <= 6 ? theme.label : theme.label.slice(1);
  const type = short.find(fits) ?? (theme.label.at(-1) as Type);
  return setText(fact.value, { ...frame, type }, context, { serif: true });
}

/** Gives the words of strips to a node of the document. */
export function owned(strips: Strip[], leaf: object): Strip[] {
  for (const box of strips.flatMap((strip) => strip.boxes))
    if (box.kind === "text") box.leaf = leaf;
  return strips;
}

function setBody(card: Card, frame: Frame, context: Context): Item[] {
  const summary = setBlocks(card.summary, frame, context);
  const sections = card.sections.flatMap((section) => setSection(section, 4, frame, context));
  return spaced(keptTail([...summary, ...sections]), 0);
}

/** A card that runs over brings at least this much of its end along. */
const TAIL = 70;

function keptTail(items: Item[]): Item[] {
  let height = 0;
  for (let index = items.length - 1; index >= 0 && height < TAIL; index--) {
    const item = items[index];
    if (item?.kind !== "strip") break;
    height += item.before + item.height;
    if (index < items.length - 1) item.keep = true;
  }
  return items;
}

function setSection(section: CardSection, depth: number, frame: Frame, context: Context): Item[] {
  const titled = section.title.text !== "" || section.title.spans !== undefined;
  const tag = titled ? tagIn(frame.tag, headingTag(depth)) : frame.tag;
  const heading = titled ? setSmallHeading(section.title, { ...frame, tag }, context) : [];
  const items = [
    ...heading,
    ...setBlocks(section.blocks, frame, context),
    ...section.sections.flatMap((each) => setSection(each, depth + 1, frame, context)),
  ];
  if (items.length === 0 && section.anchors.length > 0) items.push(emptyStrip());
  return anchored(items, section.anchors.length > 0 ? section.anchors : undefined, frame);
}
