import { type ElementNode, element, type TreeNode } from "../tree.js";

/** The classes of an anchor that says what it stands in. */
export const classesOf = (node: TreeNode | undefined): string[] =>
  node?.kind === "element" && node.name === "a"
    ? (node.attributes.get("class") ?? "").split(" ")
    : [];

/** What stands for a line break in a cell. */
const CELL_BREAK = " · ";

/**
 * Gives tables back what GFM has no notation for: a list of rows that an anchor marks becomes a
 * table again, and " · " in a cell a line break.
 */
export function restoreTables(nodes: readonly TreeNode[]): TreeNode[] {
  const restored: TreeNode[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    const next = nodes[index + 1];
    const mark = tableMark(node);
    if (node && mark !== null && next?.kind === "element" && next.name === "ul") {
      restored.push(tableOf(next, mark));
      index++;
    } else if (node) restored.push(restoreNode(node));
  }
  return restored;
}

function restoreNode(node: TreeNode): TreeNode {
  if (node.kind === "text") return node;
  if (node.name !== "table") return copyOf(node, restoreTables(node.children));
  const classes = classesOf(firstCell(node)?.children[0]);
  const attributes: [string, string][] = [...node.attributes, ["class", classes.join(" ")]];
  // A scale heads its grid in Markdown only: its cells are no head in the post.
  const plain = classes.includes("grid") && !classes.includes("head");
  const rows = classes.includes("headless") ? node.children.slice(1) : node.children;
  const restored = rows.map((row) => restoreRow(row, plain));
  return element(node.name, node.place, restored, attributes);
}

/** The same element with other children. */
const copyOf = (node: ElementNode, children: TreeNode[]): ElementNode =>
  element(node.name, node.place, children, node.attributes);

function firstCell(table: ElementNode): ElementNode | undefined {
  const row = table.children[0];
  const cell = row?.kind === "element" ? row.children[0] : undefined;
  return cell?.kind === "element" ? cell : undefined;
}

function restoreRow(row: TreeNode, plain: boolean): TreeNode {
  if (row.kind === "text") return row;
  const cells = row.children.map((cell) => {
    if (cell.kind === "text") return cell;
    const children = cell.children.flatMap(restoreBreaks);
    return element(plain ? "td" : cell.name, cell.place, children, cell.attributes);
  });
  return copyOf(row, cells);
}

function restoreBreaks(node: TreeNode): TreeNode[] {
  if (node.kind === "element") {
    return [copyOf(node, node.children.flatMap(restoreBreaks))];
  }
  return node.value.split(CELL_BREAK).flatMap((value, index) => {
    const text: TreeNode = { kind: "text", value, place: node.place };
    return index === 0 ? [text] : [element("br", node.place), text];
  });
}

/** The classes of a paragraph that is nothing but a table's mark; null for any other node. */
function tableMark(node: TreeNode | undefined): string | null {
  if (node?.kind !== "element" || node.name !== "p" || node.children.length !== 1) return null;
  const classes = classesOf(node.children[0]);
  return classes.includes("table") || classes.includes("grid") ? classes.join(" ") : null;
}

function tableOf(list: ElementNode, mark: string): ElementNode {
  const rows = list.children.map((item) => {
    const inner = item.kind === "element" ? item.children.find(isList) : undefined;
    const cells = inner?.kind === "element" ? inner.children.map(cellOf) : [];
    return element("tr", item.place, cells);
  });
  return element("table", list.place, rows, [["class", mark]]);
}

const isList = (node: TreeNode): boolean => node.kind === "element" && node.name === "ul";

function cellOf(item: TreeNode): TreeNode {
  const children = item.kind === "element" ? restoreTables(item.children) : [item];
  const first = children[0];
  const classes = first?.kind === "element" ? classesOf(first.children[0]) : [];
  const told = (name: string) =>
    classes.find((each) => each.startsWith(`${name}-`))?.slice(name.length + 1);
  const attributes = ["colspan", "rowspan", "align"].flatMap((name): [string, string][] => {
    const value = told(name);
    return value === undefined ? [] : [[name, value]];
  });
  return element(classes.includes("head") ? "th" : "td", item.place, children, attributes);
}
