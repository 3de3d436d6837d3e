import { isAside } from "../../../docx-names.js";
import { append } from "../append.js";
import { attributeOf, descend, elementsOf, isContents, isElement, type Xml } from "../xml.js";
import { joinParagraphs } from "./join.js";
import { takeLentStylesBack } from "./lent-styles.js";
import { moveBookmarks } from "./moves.js";
import { restoreProperties } from "./properties.js";
import { type Changes, endsOn, type Side, sidesOf, standsOn } from "./sides.js";

/** What keeps its place where the text around it goes. */
const MARKERS = new Set([
  "w:bookmarkStart",
  "w:bookmarkEnd",
  "w:commentRangeStart",
  "w:commentRangeEnd",
  "w:commentReference",
]);

/** Deleted text has names of its own (ECMA-376, 17.3.3.7 and 17.16.13). */
const SHOWN_AGAIN = new Map([
  ["w:delText", "w:t"],
  ["w:delInstrText", "w:instrText"],
]);

/**
 * Accepts or rejects all tracked changes of a body, in place: after that it holds none. The map
 * tells into which paragraph one went whose end is gone.
 */
export function settleRevisions(body: Xml, changes: Changes): ReadonlyMap<Xml, Xml> {
  const unsettled = unsettledIn(body);
  if (unsettled.size === 0) return new Map();
  const sides = sidesOf(changes);
  takeLentStylesBack(body);
  moveBookmarks(body, sides);
  const settler = new Settler(sides.kept, sides.gone, unsettled);
  settler.settle(body);
  return settler.joined;
}

const UNSETTLED =
  /^w:(?:ins|del|delText|delInstrText|moveFrom|moveTo|cell(?:Ins|Del|Merge)|sdt|\w+Change)$/;

/** The elements that hold something to settle, at whatever depth; all others are left as they are. */
function unsettledIn(body: Xml): ReadonlySet<Xml> {
  const found = new Set<Xml>();
  const visit = (node: Xml): void => {
    for (const child of elementsOf(node)) {
      visit(child);
      if (UNSETTLED.test(child.name) || found.has(child)) found.add(node);
    }
  };
  visit(body);
  return found;
}

class Settler {
  readonly joined = new Map<Xml, Xml>();

  constructor(
    private readonly kept: Side,
    private readonly gone: Side,
    private readonly unsettled: ReadonlySet<Xml>,
  ) {}

  settle(node: Xml): void {
    if (!this.unsettled.has(node)) return;
    if (this.kept.move === "w:moveFrom") restoreProperties(node);
    const openEnds = new Set(elementsOf(node).filter((each) => endsOn(each, this.gone)));
    const children: (Xml | string)[] = [];
    for (const child of node.children) {
      if (isElement(child)) append(children, this.#settled(child));
      else children.push(child);
    }
    node.children = openEnds.size > 0 ? joinParagraphs(children, openEnds, this.joined) : children;
  }

  #settled(node: Xml): Xml["children"] {
    if (this.gone.content.has(node.name)) return markersIn(node);
    if (standsOn(node, this.gone)) return [];
    const isTable = node.name === "w:tbl" && hasRows(node);
    this.settle(node);
    // Word and LibreOffice have no table without rows.
    if (isTable && !hasRows(node)) return [];
    if (this.kept.content.has(node.name)) return node.children;
    // A control says nothing of what it holds, but for that of a table of contents.
    if (node.name === "w:sdt" && !isContents(node))
      return descend(node, "w:sdtContent")?.children ?? [];
    if (node.name === "w:cellMerge") this.#merge(node);
    node.name = SHOWN_AGAIN.get(node.name) ?? node.name;
    return [node];
  }

  /** Makes of a tracked merge of cells what it comes to (ECMA-376, 17.13.5.3). */
  #merge(node: Xml): void {
    const value = attributeOf(node, this.kept.merge);
    node.name = value === undefined ? "w:cellMerge" : "w:vMerge";
    node.attributes = ["w:val", value === "rest" ? "restart" : "continue"];
  }
}

const hasRows = (table: Xml): boolean => elementsOf(table).some(({ name }) => name === "w:tr");

function markersIn(node: Xml, found: Xml[] = []): Xml[] {
  for (const child of elementsOf(node)) {
    if (isAside(attributeOf(child, "w:name") ?? "")) continue;
    if (MARKERS.has(child.name)) found.push(child);
    else markersIn(child, found);
  }
  return found;
}
