import type { Nodes } from "mdast";

/** The text of an mdast tree, a line for each node that holds phrasing, and for each code block. */
export function visitParents(root: Nodes): string {
  const lines: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "code") lines.push(node.value);
    else if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") {
      lines.push(phrase(node));
    } else if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return lines.join("\n");
}

function phrase(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "image") return node.alt ?? "";
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map(phrase).join("") : "";
}
