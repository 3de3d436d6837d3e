import {
  type Card,
  type CardSection,
  type Fact,
  namingFact,
  type Part,
} from "../../../document.js";
import { plainText } from "../../../model/rich.js";
import type { Type } from "../style/style.js";
import {
  anchored,
  emptyStrip,
  kept,
  opening,
  ruleStrip,
  setBlocks,
  setSmallHeading,
  spaced,
} from "./blocks.js";
import type { Context, Frame } from "./context.js";
import { continued } from "./continued.js";
import {
  type Flow,
  type FlowCell,
  flowOf,
  type Item,
  lower,
  type Row,
  type Strip,
} from "./flow.js";
import { startOf } from "./frame.js";
import { baselineOf, setText } from "./paragraph.js";
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
  const accent = context.style.hueOf(part.hue).ink;
  const sect = tagIn(tag, "Sect");
  const { facts, main } = cardFrames(sect, accent, context);
  const left = setFacts(card, facts, context);
  const right = setBody(card, main, context);
  const rule = {
    ...ruleStrip({ ...facts, ...across(context) }, context.style.gap.afterCard, context),
    keep: true,
    between: true as const,
  };
  anchored([rule], names, facts);
  onOneLine(left[0], right[0]);
  const body = { ...cellOf(main, flowOf(right)), main: true as const };
  const cells = [cellOf(facts, flowOf(kept(left))), body];
  const again = continued(card, facts, context);
  if (again) {
    const below = lineOf(again) - baselineOf(main.type);
    lower(again, -below);
    const beside = { ...emptyStrip(), height: Math.max(0, below) };
    [again, beside].forEach((strip, index) => {
      (cells[index] as FlowCell).again = strip;
    });
  }
  const row: Row = {
    kind: "row",
    before: context.style.gap.card,
    cells,
    padding: { top: 0, bottom: 0 },
    least: LEAST,
  };
  return [rule, row];
}

const across = ({ style }: Context) => ({ x: style.body.x, width: style.body.width });

/** Both columns begin on one baseline: the higher is moved down. */
function onOneLine(left: Item | undefined, right: Item | undefined): void {
  if (left?.kind !== "strip" || right?.kind !== "strip") return;
  const below = lineOf(left) - lineOf(right);
  if (Number.isNaN(below)) return;
  lower(left, -below);
  lower(right, below);
}

/** The baseline of a strip's words; NaN where it has none. */
const lineOf = ({ boxes }: Strip): number =>
  boxes.find(({ kind }) => kind === "text")?.y ?? Number.NaN;

/** The two columns of cards; from the right where the page reads so. */
export function cardFrames(
  tag: Tag,
  accent: string,
  context: Context,
): { facts: Frame; main: Frame } {
  const { body, facts, gap } = context.style;
  const { width } = facts;
  const beside = width + gap.column;
  const base = {
    type: context.style.type.body,
    color: context.style.color.ink,
    accent,
    tag,
    headings: "card" as const,
  };
  const rtl = context.direction === "rtl";
  return {
    facts: {
      ...base,
      x: rtl ? body.x + body.width - width : body.x,
      width,
      align: startOf(context),
    },
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
  const headed = namingFact(card);
  const strips = headed ? [] : setOwnHeading(card, frame, context);
  for (const fact of card.facts) strips.push(...setFact(fact, fact === headed, frame, context));
  for (const extra of card.extras) strips.push(...setExtra(extra, frame, context));
  return spaced(strips, 0);
}

const TITLE = { serif: true, fit: "even" } as const;

/** A card whose facts name it by nothing has its heading over them. */
function setOwnHeading(card: Card, frame: Frame, context: Context): Strip[] {
  const inner = {
    ...frame,
    type: context.style.type.factTitle,
    tag: tagIn(frame.tag, headingTag(3)),
  };
  const strips = setText(plainText(card.heading), inner, context, TITLE);
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
        ? setText(fact.value, { ...frame, tag, type: context.style.type.factTitle }, context, TITLE)
        : setText(
            fact.value,
            { ...frame, tag, type: context.style.type.fact, bold: true },
            context,
          );
  return spaced([...caption, ...value], context.style.gap.fact);
}

function setCaption(name: string, leaf: object, frame: Frame, context: Context): Strip[] {
  const tag = tagIn(frame.tag, "P");
  const inner = {
    ...frame,
    tag,
    type: context.style.type.caption,
    color: context.style.color.grey,
  };
  return owned(setText(plainText(name), inner, context), leaf);
}

function setExtra(extra: { name: string; value: string }, frame: Frame, context: Context): Strip[] {
  const caption = setCaption(extra.name, extra, frame, context);
  const look = { ...frame, tag: tagIn(frame.tag, "P"), type: context.style.type.fact, bold: true };
  const value = owned(setText(plainText(extra.value), look, context), extra);
  return spaced([...caption, ...value], context.style.gap.fact);
}

/** The largest size in which the label's longest word fits the column. */
function setLabelValue(fact: Fact, frame: Frame, context: Context): Strip[] {
  const longest = Math.max(
    ...fact.value.text.split(/\s+/).map((word) => context.fonts.width("serif", 1, word)),
  );
  const fits = (type: Type) => longest * type.size <= frame.width;
  const short = fact.value.text.length <= 6 ? context.style.label : context.style.label.slice(1);
  const type = short.find(fits) ?? (context.style.label.at(-1) as Type);
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
  return opening(anchored(items, section.anchors, frame), "section");
}
