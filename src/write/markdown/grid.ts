import type { RootContent } from "mdast";
import type { Grid } from "../../document.js";
import { tableNodes } from "./table.js";

/** The overview: a table whose head, where it has one, is the scale. */
export function gridNodes({ rows, scale }: Grid): RootContent[] {
  const mark = scale === null ? "grid" : `grid scale-${scale}`;
  return tableNodes(rows, { mark, scale: scale !== null });
}
