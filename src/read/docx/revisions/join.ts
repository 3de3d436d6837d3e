import { readMark } from "../../../docx-names.js";
import { append } from "../append.js";
import { attributeOf, elementsOf, isElement, type Xml } from "../xml.js";

type Nodes = Xml["children"];

/** What a person sees of a paragraph. */
const SHOWN = new Set(
  (
    "w:t w:tab w:ptab w:br w:cr w:sym w:noBreakHyphen w:softHyphen w:drawing w:pict w:object " +
    "w:footnoteReference w:endnoteReference m:oMath"
  ).split(" "),
);

/** Stands between paragraphs, and parts none. */
const BETWEEN = /^w:(?:bookmark|comment|proof|perm|move\w+Range|customXml\w+Range)/;

/** A paragraph, with what stands between it and the next one of its group. */
interface Member {
  paragraph: Xml;
  shown: boolean;
  behind: Xml[];
}

/**
 * Joins each paragraph whose end is gone with the next: the kind of the first of which something is
 * left, and all their texts. Where no paragraph follows, and nothing is left, they go too. What was
 * joined is noted.
 */
export function joinParagraphs(
  children: Nodes,
  openEnds: ReadonlySet<Xml>,
  joined: Map<Xml, Xml>,
): Nodes {
  const kept: Xml[] = [];
  let group: Member[] = [];
  const flush = (isOpen: boolean): void => {
    const stays = group.length > 0 && (!isOpen || group.some(({ shown }) => shown));
    if (stays) kept.push(join(group, joined));
    group = [];
  };
  for (const child of children.filter(isElement)) {
    if (BETWEEN.test(child.name)) (group.at(-1)?.behind ?? kept).push(child);
    else if (child.name === "w:p") {
      group.push({ paragraph: child, shown: shows(child), behind: [] });
      if (!openEnds.has(child)) flush(false);
    } else {
      flush(true);
      kept.push(child);
    }
  }
  flush(true);
  return kept;
}

/** All at once: where each is joined with the next, many take the square of their number. */
function join(group: readonly Member[], joined: Map<Xml, Xml>): Xml {
  const into = (group.find(({ shown }) => shown) ?? group.at(-1))?.paragraph as Xml;
  const content: (Xml | string)[] = into.children.filter((node) => !isContent(node));
  const left = marksLeft(group);
  for (const { paragraph, behind } of group) {
    const own = paragraph.children.filter(
      (node) => isContent(node) && (kindOf(node) === undefined || left.has(node)),
    );
    append(content, own);
    append(content, behind);
    if (paragraph !== into) joined.set(paragraph, into);
  }
  into.children = content;
  return into;
}

const isContent = (node: Nodes[number]): boolean => !isElement(node) || node.name !== "w:pPr";

/** A paragraph that is gone leaves its bookmarks only where no other has any of the kind. */
function marksLeft(group: readonly Member[]): Set<Nodes[number]> {
  const left = new Set<Nodes[number]>();
  const taken = new Set<string>();
  const shown = group.filter((each) => each.shown);
  const gone = group.filter((each) => !each.shown).reverse();
  for (const { paragraph, shown: isShown } of [...shown, ...gone]) {
    const marks = paragraph.children.map((node) => ({ node, kind: kindOf(node) }));
    for (const { node, kind } of marks) if (kind && (isShown || !taken.has(kind))) left.add(node);
    for (const { kind } of marks) if (kind && kind !== "anchor") taken.add(kind);
  }
  return left;
}

const kindOf = (node: Nodes[number]): string | undefined =>
  isElement(node) && node.name === "w:bookmarkStart"
    ? readMark(attributeOf(node, "w:name") ?? "")?.kind
    : undefined;

const shows = (node: Xml): boolean =>
  elementsOf(node).some((child) => SHOWN.has(child.name) || shows(child));
