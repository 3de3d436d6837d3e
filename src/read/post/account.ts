import type { Html, Nodes, Root } from "mdast";
import { type Message, message } from "../../diagnostics.js";
import type { Place } from "../../model/ladder.js";
import { printable } from "../../model/rich.js";
import { attributeOf, childrenOf, type DomNode, IGNORED, readHtml, textOf } from "../html.js";
import type { MarkdownContext } from "../markdown/tree.js";

/**
 * Law 1, enforced: the visible texts of a post are listed straight from the parsers' trees, beside
 * the reader and not by it, and compared with what the ladder holds.
 */
export interface Atom {
  text: string;
  /** Where it stands; null where the list was made without places. */
  place: Place | null;
}

/** White space is what reading may change. */
const SPACE = /[\s\u0085]+/g;

/**
 * An error for each text of the post that is not among the texts read, in order, and for what those
 * hold beyond it. `ignored` is what the comparison passes over.
 */
export function account(
  atoms: readonly Atom[],
  texts: readonly string[],
  ignored: RegExp = SPACE,
): Message[] {
  const bare = (text: string) => printable(text).replace(ignored, "");
  const held = texts.map(bare).join("");
  const messages: Message[] = [];
  let position = 0;
  for (const atom of atoms) {
    const text = bare(atom.text);
    if (held.startsWith(text, position)) position += text.length;
    else messages.push(lost(atom));
  }
  if (messages.length === 0 && position < held.length) {
    const actual = held.slice(position, position + 80);
    const reason = `Unexpected text in the ladder that the post does not have: "${actual}"`;
    messages.push(message("error", "invented-text", reason, { actual }));
  }
  return messages;
}

function lost({ text, place }: Atom): Message {
  const actual = text.trim().slice(0, 80);
  const reason = `Unexpected loss of "${actual}": the text is in the post and not in the ladder`;
  return message("error", "lost-text", reason, { actual, place: place ?? undefined });
}

/** The visible texts below a DOM node. */
export function domAtoms(root: DomNode, place: Place | null): Atom[] {
  const atoms: Atom[] = [];
  const waiting: DomNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const text = node.nodeName === "img" ? (attributeOf(node, "alt") ?? "") : textOf(node);
    if (text !== null) atoms.push({ text, place });
    else if (!IGNORED.has(node.nodeName)) waiting.push(...childrenOf(node).toReversed());
  }
  return atoms;
}

/** The visible texts of a Markdown post; `heard` are those of its HTML blocks. */
export function markdownAtoms(root: Root, context: MarkdownContext, heard: Heard): Atom[] {
  const atoms: Atom[] = [];
  const hidden: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "html") tagsHide(node, hidden);
    if (node.type === "html" && hidden.length === 0) {
      for (const atom of heard.get(node) ?? htmlAtoms(node, context)) atoms.push(atom);
    }
    if (node.type !== "html" && hidden.length === 0) atoms.push(...ownText(node, context));
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return atoms;
}

/** A lone start tag of an element that nobody sees hides what follows, up to its end tag. */
function tagsHide(node: Html, hidden: string[]): void {
  const tag = /^<(\/?)([a-z]+)[^>]*>$/i.exec(node.value);
  const name = tag?.[2]?.toLowerCase();
  if (!name || !IGNORED.has(name)) return;
  if (tag?.[1]) hidden.splice(Math.max(hidden.lastIndexOf(name), 0));
  else hidden.push(name);
}

/** The visible texts of HTML blocks. */
export type Heard = ReadonlyMap<Html, readonly Atom[]>;

/** A tag in a line is no block; that of an image has a text all the same. */
function htmlAtoms(node: Html, context: MarkdownContext): Atom[] {
  const place = context.place(node);
  const { start, end } = place;
  return domAtoms(readHtml(context.source, start.offset, end.offset).root, place);
}

function ownText(node: Nodes, context: MarkdownContext): Atom[] {
  const place = context.place(node);
  if (node.type === "text" || node.type === "inlineCode" || node.type === "code") {
    return [{ text: node.value, place }];
  }
  const image = node.type === "image" || node.type === "imageReference";
  return image && node.alt ? [{ text: node.alt, place }] : [];
}
