import { type Message, message } from "../../diagnostics.js";
import type { AnyDocument } from "../../document.js";
import type { Place, RichText } from "../../model/ladder.js";
import { spansOf, visible } from "../../model/rich.js";
import { wordsOfTitle } from "./layout/title.js";
import type { Notes } from "./notes.js";
import { wordsOfImage } from "./text/pieces.js";
import { type Node, nodesOf } from "./walk.js";

/** Accounts for a document's words: what has to be drawn, and what was. */
export interface Ledger {
  /** `text` of the node `leaf` stands on a page now. */
  drew(leaf: object, text: string): void;
  /** The image `leaf` stands on a page now. */
  drewImage(leaf: object): void;
  /** Where a node of the document stands in its post. */
  placeOf(leaf: object): Place | undefined;
  /** An error for each node of which not all was drawn, in its order. */
  lost(): Message[];
}

interface Entry {
  /** As the document has it: the same string, which costs no memory. */
  text: string;
  place: Place | undefined;
  /** How much of it was drawn, without white space: where lines break is no matter. */
  drawn: number;
  /** Drawn, but not what was expected. */
  wrong: boolean;
}

/** Opens the account of a document. It is made from the document alone, not from its layout. */
export function openLedger(document: AnyDocument, notes: Notes): Ledger {
  const entries = new Map<object, Entry>();
  const expect = (owner: object, text: string, place: Place | undefined) => {
    const entry = entries.get(owner);
    if (entry) entry.text += text;
    else entries.set(owner, { text, place, drawn: 0, wrong: false });
  };
  expect(document.meta, wordsOfTitle(document), undefined);
  for (const node of nodesOf(document)) expectNode(node, notes, expect);
  let last: { leaf: object; whole: string } | null = null;
  /** A paragraph is drawn a line at a time. */
  const wholeOf = (leaf: object): string => {
    const entry = entries.get(leaf);
    if (last?.leaf !== leaf) last = { leaf, whole: entry ? expected(entry) : "" };
    return last.whole;
  };
  return {
    drew: (leaf, text) => draw(entries.get(leaf), solid(text), wholeOf(leaf)),
    drewImage: (leaf) => {
      const entry = entries.get(leaf);
      if (entry) entry.drawn = expected(entry).length;
    },
    placeOf: (leaf) => entries.get(leaf)?.place,
    lost: () => [...entries.values()].filter(isLost).map(complaint),
  };
}

type Expect = (owner: object, text: string, place: Place | undefined) => void;

function expectNode(node: Node, notes: Notes, expect: Expect): void {
  if (node.kind === "anchors") return;
  if (node.kind === "text") expect(node.owner, node.text, node.place);
  else if (node.kind === "note") expect(node.owner, String(notes.numberOf(node.id)), node.place);
  else expectRich(node.owner, node.rich, node.place, notes, expect);
}

function expectRich(
  owner: object,
  rich: RichText,
  place: Place | undefined,
  notes: Notes,
  expect: Expect,
): void {
  for (const span of spansOf(rich)) {
    if (span.type === "text") expect(owner, span.text, place);
    else if (span.type === "note") expect(owner, String(notes.numberOf(span.id)), place);
    else if (span.type === "image") expect(span, wordsOfImage(span), place);
  }
}

function draw(entry: Entry | undefined, text: string, whole: string): void {
  if (!entry) return;
  if (whole.startsWith(text, entry.drawn)) entry.drawn += text.length;
  else entry.wrong = true;
}

const solid = (text: string): string => visible(text).replace(/\s+/g, "");

const expected = (entry: Entry): string => solid(entry.text);

const isLost = (entry: Entry): boolean => entry.wrong || entry.drawn !== expected(entry).length;

function complaint(entry: Entry): Message {
  const whole = expected(entry);
  const rest = whole.slice(entry.drawn);
  const words = rest.length > 60 ? `${rest.slice(0, 60)}…` : rest;
  return message("error", "lost-text", `Text was not drawn in the PDF: "${words}"`, {
    place: entry.place,
    actual: whole.slice(0, entry.drawn),
    expected: [whole],
  });
}
