import { Budget } from "./budget.js";
import { MAX_TOLD_CHARACTERS } from "./limits.js";
import type { RelatedPart } from "./package.js";
import { wordsOf } from "./words.js";
import { attributeOf, childOf, elementsOf, isOn, rawText, type Xml } from "./xml.js";

/** A comment, and the paragraph in which what it comments on begins. */
export interface RawComment {
  author: string | null;
  date: string | null;
  text: string;
  quoted: string;
  at: Xml | null;
  done: boolean;
}

/** What the body says of a comment. */
interface Anchor {
  at: Xml | null;
  quoted: string;
}

/** The comments on a body (ECMA-376, 17.13.4), those among them that are replies too. */
export function commentsIn(
  body: Xml,
  comments: readonly RelatedPart[],
  extended: readonly RelatedPart[],
): RawComment[] {
  const nodes = comments.flatMap(({ root }) => elementsOf(root));
  if (nodes.length === 0) return [];
  const anchors = new AnchorReader(new Set(nodes.map(idOf))).read(body);
  const told = new Budget(MAX_TOLD_CHARACTERS, "comments of");
  const threads = threadsOf(nodes, extended);
  return nodes.map((node) => {
    const first = threads.get(node)?.first ?? node;
    const own = anchors.get(idOf(node)) ?? anchors.get(idOf(first));
    return {
      author: attributeOf(node, "w:author") ?? null,
      date: attributeOf(node, "w:date") ?? null,
      text: told.spend(wordsOf(node).trim()),
      quoted: told.spend(own?.quoted.trim() ?? ""),
      at: own?.at ?? null,
      done: threads.get(node)?.done ?? false,
    };
  });
}

const idOf = (node: Xml): string => attributeOf(node, "w:id") ?? "";

/**
 * Which comment each one answers, and whether that is resolved. Another part tells it
 * ([MS-DOCX] 2.5.4, commentEx), of the last paragraph of each comment.
 */
function threadsOf(
  comments: readonly Xml[],
  extended: readonly RelatedPart[],
): Map<Xml, { first: Xml; done: boolean }> {
  const byParagraph = new Map(comments.map((node) => [paragraphId(node), node]));
  const entries = new Map(
    extended
      .flatMap(({ root }) => elementsOf(root))
      .map((entry) => [attributeOf(entry, "w15:paraId"), entry]),
  );
  return new Map(
    comments.map((node) => {
      const own = entries.get(paragraphId(node));
      const parent = own && attributeOf(own, "w15:paraIdParent");
      const first = byParagraph.get(parent) ?? node;
      const done = [own, entries.get(parent)].some((entry) =>
        /^(?:1|true|on)$/.test(attributeOf(entry, "w15:done") ?? ""),
      );
      return [node, { first, done }];
    }),
  );
}

const paragraphId = (comment: Xml): string | undefined =>
  attributeOf(
    elementsOf(comment).findLast(({ name }) => name === "w:p"),
    "w14:paraId",
  );

/** Nobody reads more of what a comment is on. */
const MAX_QUOTED = 1000;

/** A place in the text where what a comment is on begins or ends. */
interface Edge {
  anchor: Anchor;
  at: number;
}

/** Gathers what stands between the beginning and the end of each comment. */
class AnchorReader {
  readonly #anchors = new Map<string, Anchor>();
  readonly #open = new Map<Anchor, number>();
  /** What has begun between paragraphs: it comments on the next. */
  #homeless: Anchor[] = [];
  readonly #words: string[] = [];
  #length = 0;
  readonly #ranges: (Edge & { end: number })[] = [];

  /** `ids`: those of the comments; a mark of no comment is none. */
  constructor(private readonly ids: ReadonlySet<string>) {}

  read(body: Xml): ReadonlyMap<string, Anchor> {
    this.#visit(body, null);
    for (const anchor of this.#open.keys()) this.#close(anchor);
    // Not before all is read: each piece would be cut from a text that grows on.
    const text = this.#words.join("");
    for (const { anchor, at, end } of this.#ranges) {
      const room = MAX_QUOTED - anchor.quoted.length;
      if (room > 0) anchor.quoted += text.slice(at, Math.min(end, at + room));
    }
    return this.#anchors;
  }

  #visit(node: Xml, paragraph: Xml | null): void {
    for (const child of elementsOf(node)) {
      if (!/^w:comment(?:RangeStart|RangeEnd|Reference)$/.test(child.name)) {
        this.#text(child, paragraph);
      } else if (this.ids.has(idOf(child))) this.#mark(child, paragraph);
    }
  }

  #mark(node: Xml, paragraph: Xml | null): void {
    const anchor = this.#anchorOf(node, paragraph);
    if (node.name === "w:commentRangeEnd") this.#close(anchor);
    else if (node.name === "w:commentRangeStart" && !this.#open.has(anchor)) {
      this.#open.set(anchor, this.#length);
      if (!anchor.at) this.#homeless.push(anchor);
    }
  }

  #anchorOf(node: Xml, at: Xml | null): Anchor {
    const anchor = this.#anchors.get(idOf(node)) ?? { at, quoted: "" };
    anchor.at ??= at;
    this.#anchors.set(idOf(node), anchor);
    return anchor;
  }

  #close(anchor: Anchor): void {
    const at = this.#open.get(anchor);
    if (at !== undefined) this.#ranges.push({ anchor, at, end: this.#length });
    this.#open.delete(anchor);
  }

  #text(node: Xml, paragraph: Xml | null): void {
    const isParagraph = node.name === "w:p";
    if (isParagraph) this.#settle(node);
    if (node.name === "w:t") this.#add(rawText(node));
    else if (node.name === "w:br" || node.name === "w:tab") this.#add(" ");
    else if (node.name !== "w:r" || !isOn(childOf(node, "w:rPr"), "w:vanish")) {
      this.#visit(node, isParagraph ? node : paragraph);
    }
    if (isParagraph) this.#add("\n");
  }

  #settle(paragraph: Xml): void {
    for (const anchor of this.#homeless) if (this.#open.has(anchor)) anchor.at ??= paragraph;
    this.#homeless = [];
  }

  #add(text: string): void {
    this.#words.push(text);
    this.#length += text.length;
  }
}
