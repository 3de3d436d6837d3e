import { childOf, elementsOf, type Xml } from "../xml.js";

/** What the old properties in a tracked change do not tell, since it is not theirs to change. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  "w:pPr": ["w:rPr", "w:sectPr"],
  "w:sectPr": ["w:headerReference", "w:footerReference"],
};

/**
 * Gives properties back what they were before a tracked change of them (`w:rPrChange` and its like,
 * ECMA-376, 17.13.5), and takes a numbering away that was put in (17.13.5.19).
 */
export function restoreProperties(node: Xml): void {
  const change = childOf(node, `${node.name}Change`);
  if (change) {
    const kept = elementsOf(node).filter(({ name }) => KEPT[node.name]?.includes(name));
    node.children = [...elementsOf(elementsOf(change)[0]), ...kept];
  }
  const numbering = node.name === "w:pPr" ? childOf(node, "w:numPr") : undefined;
  if (childOf(numbering, "w:ins")) {
    node.children = node.children.filter((child) => child !== numbering);
  }
}
