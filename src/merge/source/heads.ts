import { compose } from "../../compose/handbook.js";
import { type Node, treeOf } from "../../match/tree.js";
import type { Ladder } from "../../model/ladder.js";
import { readHandbookText } from "../../read/index.js";
import { type Splice, spliced } from "../../splice.js";
import { extentOf } from "./extent.js";
import { inlineOf } from "./inline.js";
import { PostSource } from "./post.js";
import { reword } from "./reword.js";

/**
 * A post kept in the form of our Markdown shows some words twice: a level's heading is made of its
 * facts. Where these have changed, so does what is made of them.
 */
export function writeHeads(text: string, ladder: Ladder): string {
  const shown = readHandbookText(text);
  if (!shown) return text;
  const stale: [Node, Node][] = [];
  const visit = (is: Node, should: Node): void => {
    if (is.kind === "shown" && is.rich?.text !== should.rich?.text) stale.push([is, should]);
    is.children.forEach((child, index) => {
      const other = should.children.find((each) => isSame(each, child)) ?? should.children[index];
      if (other?.kind === child.kind) visit(child, other);
    });
  };
  visit(treeOf(shown), treeOf(compose(ladder)));
  if (stale.length === 0) return text;
  const post = new PostSource(text, false);
  return spliced(
    text,
    stale.flatMap(([is, should]) => shownSplices(is, should, post)),
  );
}

const isSame = (a: Node, b: Node): boolean =>
  a.kind === "shown" && b.kind === "shown" && a.form === b.form;

function shownSplices(is: Node, should: Node, post: PostSource): Splice[] {
  const { parent } = is;
  if (!parent) return [];
  const before = is.rich ?? { text: "" };
  const after = should.rich ?? { text: "" };
  if (is.form === "heading") {
    const heading: Node = { ...parent, kind: "heading", rich: before };
    const inline = inlineOf(heading, post);
    return inline ? reword(inline, before, after, post) : [];
  }
  return lineSplice(is.form, before.text, after.text, parent, post);
}

/** "*4 levels, grades 2 to 5*", "*Grade:* 2": told by a line of its own, which is found by its words. */
function lineSplice(
  form: string,
  before: string,
  after: string,
  parent: Node,
  post: PostSource,
): Splice[] {
  const extent = extentOf(parent);
  if (!extent || before === "") return [];
  const [head, tail] =
    form === "standing" ? ['<a class="standing"></a>*', "*"] : [`- *${form}:* `, ""];
  const at = post.text.indexOf(head + before + tail, extent.start);
  if (at < 0 || at > extent.end) return [];
  const start = at + head.length;
  return [{ start, end: start + before.length, text: after }];
}
