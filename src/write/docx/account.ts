import { type Message, message } from "../../diagnostics.js";
import type {
  AnyBlock,
  AnyDocument,
  Card,
  CardSection,
  Meta,
  Panel,
  Part,
} from "../../document.js";
import { STYLE } from "../../docx-names.js";
import type { Place } from "../../model/ladder.js";
import { printable } from "../../model/rich.js";
import { leaves } from "../../model/walk.js";

interface Text {
  text: string;
  place?: Place | undefined;
}

/** Runs in these styles say more than the post's words. */
const OWN_STYLES: readonly string[] = [STYLE.task, STYLE.imageAddress, STYLE.noteReference];

/** What is compared: white space may become breaks and tabs. */
const bare = (text: string): string => printable(text).replace(/\s+/g, "");

/**
 * Law 1: an error for each text of the document that the finished body does not hold, in order.
 * The texts are listed straight from the document, and not by what wrote them.
 */
export function account(document: AnyDocument, body: string): Message[] {
  const held = bare(heldIn(body));
  const messages: Message[] = [];
  let position = 0;
  let lost = false;
  for (const { text, place } of textsOf(document)) {
    const wanted = bare(text);
    const found = lost ? held.indexOf(wanted, position) : position;
    if (found >= 0 && held.startsWith(wanted, found)) {
      position = found + wanted.length;
      lost = lost && wanted === "";
    } else {
      lost = true;
      messages.push(lostText(text.trim().slice(0, 80), place));
    }
  }
  return messages;
}

function lostText(actual: string, place: Place | undefined): Message {
  const reason = `Unexpected loss of "${actual}": the text is in the ladder and not in the DOCX`;
  return message("error", "lost-text", reason, { actual, place });
}

/** The words that a body shows, and the alternative texts of its images. */
function heldIn(body: string): string {
  const parts: string[] = [];
  let own = false;
  const tokens =
    /<w:r>|<w:rStyle w:val="([^"]*)"\/>|<w:t xml:space="preserve">([^<]*)<|<wp:docPr [^>]*?descr="([^"]*)"/g;
  for (const [token, style, text, alt] of body.replace(CONTENTS, "").matchAll(tokens)) {
    if (token === "<w:r>") own = false;
    else if (style !== undefined) own = OWN_STYLES.includes(style);
    else if (!own) parts.push(text ?? alt ?? "");
  }
  return unescapeXml(parts.join(""));
}

/** The table of contents says again what headings say. */
const CONTENTS = /<w:sdt>.*?<\/w:sdt>/s;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (ENTITIES[name] ?? "") : String.fromCodePoint(Number(code)),
  );

function* textsOf({ meta, blocks }: AnyDocument): Generator<Text> {
  yield* frontTexts(meta);
  for (const block of blocks) yield* blockTexts(block);
}

function* frontTexts({ title, subtitle, author, date, packet }: Meta): Generator<Text> {
  yield { text: title };
  yield { text: subtitle ?? "" };
  if (packet) return;
  yield { text: [author, date].filter((each) => each !== null).join(" · ") };
}

function* blockTexts(block: AnyBlock): Generator<Text> {
  if (block.type === "part") yield* partTexts(block);
  else if (block.type === "grid") yield* leafTexts([{ type: "table", rows: block.rows }]);
  else if (block.type === "comparison") yield* leafTexts([block.table]);
  else if (block.type === "notes") yield { text: block.title };
  else if (block.type === "panel") yield* panelTexts(block);
  else if (block.type !== "page") yield* leafTexts([block]);
}

/** So many facts stand beside each other: their names, and in the next row their values. */
function* panelTexts({ facts }: Panel): Generator<Text> {
  const each = Math.ceil(facts.length / Math.ceil(facts.length / 4));
  for (let from = 0; from < facts.length; from += each) {
    const row = facts.slice(from, from + each);
    for (const { name } of row) yield { text: name };
    for (const { value } of row) yield { text: value.text };
  }
}

function* leafTexts(content: Parameters<typeof leaves>[0]): Generator<Text> {
  for (const { rich, place } of leaves(content)) yield { text: rich.text, place };
}

function* partTexts(part: Part): Generator<Text> {
  yield { text: part.title.text };
  yield { text: part.standing ?? "" };
  yield* leafTexts(part.intro);
  if (part.cards.length === 0) for (const { text } of part.columns) yield { text };
  for (const card of part.cards) yield* cardTexts(card, part);
}

function* cardTexts(card: Card, { columns }: Part): Generator<Text> {
  yield { text: card.heading };
  for (const { text } of columns) yield { text };
  for (const { name, value } of card.facts) yield* [{ text: name }, { text: value.text }];
  for (const { name, value } of card.extras) yield* [{ text: name }, { text: value }];
  yield* leafTexts(card.summary);
  for (const section of card.sections) yield* sectionTexts(section);
}

function* sectionTexts({ title, blocks, sections }: CardSection): Generator<Text> {
  yield { text: title.text };
  yield* leafTexts(blocks);
  for (const section of sections) yield* sectionTexts(section);
}
