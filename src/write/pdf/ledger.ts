import { type Message, message } from "../../diagnostics.js";
import type { Document } from "../../document.js";
import type { Place, RichText } from "../../model/ladder.js";
import { spansOf } from "../../model/rich.js";
import { visible } from "./font/fonts.js";
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
  /** Without white space: where lines break is no matter. */
  expected: string;
  place: Place | undefined;
  /** How much of it was drawn. */
  drawn: number;
  /** Drawn, but not what was expected. */
  wrong: boolean;
}

/** Opens the account of a document. It is made from the document alone, not from its layout. */
export function openLedger(document: Document, notes: Notes): Ledger {
  const entries = new Map<object, Entry>();
  const expect = (owner: object, text: string, place: Place | undefined) => {
    const entry = entries.get(owner) ?? { expected: "", place, drawn: 0, wrong: false };
    entry.expected += solid(text);
    entries.set(owner, entry);
  };
  expect(document.meta, wordsOfTitle(document.meta), undefined);
  for (const node of nodesOf(document)) expectNode(node, notes, expect);
  return {
    drew: (leaf, text) => draw(entries.get(leaf), solid(text)),
    drewImage: (leaf) => {
      const entry = entries.get(leaf);
      if (entry) entry.drawn = entry.expected.length;
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

function draw(entry: Entry | undefined, text: string): void {
  if (!entry) return;
  if (entry.expected.startsWith(text, entry.drawn)) entry.drawn += text.length;
  else entry.wrong = true;
}

const solid = (text: string): string => visible(text).replace(/\s+/g, "");

const isLost = (entry: Entry): boolean => entry.wrong || entry.drawn !== entry.expected.length;

function complaint(entry: Entry): Message {
  const rest = entry.expected.slice(entry.drawn);
  const words = rest.length > 60 ? `${rest.slice(0, 60)}…` : rest;
  return message("error", "lost-text", `Text was not drawn in the PDF: "${words}"`, {
    place: entry.place,
    actual: entry.expected.slice(0, entry.drawn),
    expected: [entry.expected],
  });
}
