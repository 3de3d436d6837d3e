import fc from "fast-check";
import type { Nodes } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { ladders } from "../../helpers/ladders.js";
import { renderAll } from "../../helpers/render.js";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

function htmlOf(node: Nodes): string[] {
  if (node.type === "html") return [node.value];
  return "children" in node ? node.children.flatMap(htmlOf) : [];
}

test("the Markdown of any ladder has no HTML but anchors", async () => {
  await fc.assert(
    fc.asyncProperty(ladders, async (ladder) => {
      const { md } = await renderAll(ladder, ["md"]);
      for (const html of htmlOf(parser.parse(Buffer.from(md).toString()))) {
        expect(html).toMatch(/^(?:<a(?: (?:id|class)="[^"<>]*")*>|<\/a>)$/);
      }
    }),
    { numRuns: 60 },
  );
});
