import type { Place, Span, TextSpan } from "../../model/ladder.js";
import { printable } from "../../model/rich.js";
import { MAX_ADDRESS_LENGTH, safeAddress } from "../links.js";
import { type ElementNode, type TreeNode, textContent } from "../tree.js";
import type { BlockContext } from "./context.js";

/** The marks and the link that hold where a text stands. */
export type Marks = Omit<TextSpan, "type" | "text">;

const MARK_OF: Readonly<Record<string, keyof Marks>> = {
  strong: "strong",
  b: "strong",
  em: "emphasis",
  i: "emphasis",
  cite: "emphasis",
  dfn: "emphasis",
  var: "emphasis",
  del: "delete",
  s: "delete",
  strike: "delete",
  code: "code",
  kbd: "code",
  samp: "code",
  tt: "code",
};

/** Elements whose raised or lowered text no format of ours can show. */
const SHIFTED = new Set(["sup", "sub"]);

/** The marks that hold inside an element. */
export function marksIn(node: ElementNode, marks: Marks, context: BlockContext): Marks {
  const mark = Object.hasOwn(MARK_OF, node.name) ? MARK_OF[node.name] : undefined;
  if (mark) return { ...marks, [mark]: true };
  if (SHIFTED.has(node.name) && textContent(node).trim() !== "") {
    const reason = `Unexpected <${node.name}>, its text is kept on the line`;
    context.warn("flattened-text", reason, node.place, textContent(node));
  }
  if (node.name !== "a") return marks;
  const href = node.attributes.get("href");
  if (href === undefined) return marks;
  const address = linkAddress(href, node.place, context);
  return address === null ? marks : { ...marks, href: address };
}

function linkAddress(href: string, place: Place, context: BlockContext): string | null {
  const address = safeAddress(href);
  if (address === null && href.trim() !== "") {
    const reason = `Unexpected ${fault(href)} of the link "${excerpt(href)}"; the link is dropped, its text kept`;
    context.warn("unsafe-link", reason, place, href);
  }
  return address === "#" || address === "#top" ? null : address;
}

/** The span of an element that stands for something other than text; null for any other. */
export function spanOf(node: ElementNode, marks: Marks, context: BlockContext): Span | null {
  if (node.name === "br") return { type: "break" };
  if (node.name === "noteref") return { type: "note", id: node.attributes.get("id") ?? "" };
  if (node.name !== "img") return null;
  const alt = node.attributes.get("alt") ?? "";
  const src = node.attributes.get("src") ?? "";
  const address = safeAddress(src);
  if (address !== null) {
    return {
      type: "image",
      src: address,
      alt,
      ...(marks.href && { href: marks.href }),
    };
  }
  if (src.trim() !== "") {
    const reason = `Unexpected ${fault(src)} of the image "${excerpt(src)}"; its alternative text is kept`;
    context.warn("unsafe-image", reason, node.place, excerpt(src));
  }
  return alt.trim() === "" ? null : { type: "text", text: alt, ...marks };
}

/** What is wrong with an address that may not be used. */
const fault = (address: string): string =>
  address.length > MAX_ADDRESS_LENGTH ? "length" : "scheme";

/** An address as a message can show it. */
const excerpt = (address: string): string =>
  printable(address.length > 60 ? `${address.slice(0, 60)}…` : address).replace(/\s+/g, " ");

/** The spans of nodes that are read as one line: blocks among them are parted by a space. */
export function lineOf(nodes: readonly TreeNode[], marks: Marks, context: BlockContext): Span[] {
  return nodes.flatMap((node): Span[] => {
    if (node.kind === "text") return [{ type: "text", text: node.value, ...marks }];
    context.anchor(anchorOf(node), node);
    const span = spanOf(node, marks, context);
    if (span) return [span.type === "break" ? SPACE : span];
    const inner = lineOf(node.children, marksIn(node, marks, context), context);
    return isBlock(node.name) ? [SPACE, ...inner, SPACE] : inner;
  });
}

const SPACE: Span = { type: "text", text: " " };

/** The id of an element, or the name by which older pages anchor. */
export const anchorOf = (node: ElementNode): string | undefined =>
  node.name === "noteref" || node.name === "note"
    ? undefined
    : node.attributes.get("id") || (node.name === "a" ? node.attributes.get("name") : undefined);

/** Elements that browsers show as blocks (WHATWG, clause 15.3), and those that part words like them. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset " +
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav " +
    "note ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead tr ul"
  ).split(" "),
);

/** True for an element that ends the line before it. */
export const isBlock = (name: string): boolean => BLOCKS.has(name);
