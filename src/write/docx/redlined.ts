import type { Message, Result } from "../../diagnostics.js";
import type { AnyDocument } from "../../document.js";
import type { Ladder } from "../../model/ladder.js";
import type { Resources } from "../../resources.js";
import { account } from "./account.js";
import { bodyXml } from "./body.js";
import { DocxContext } from "./context.js";
import { packageOf } from "./index.js";
import { Tags } from "./tags.js";

/** One side of a change. */
export interface Side {
  document: AnyDocument;
  ladder: Ladder;
}

/** The bodies of both sides as XML, and what they were written with. */
export interface Bodies {
  before: string;
  after: string;
  context: DocxContext;
  tags: Tags;
}

/** Makes one body of two. */
export type Weave = (bodies: Bodies) => string;

/**
 * Writes two documents into one: both with the same styles, lists, links and images, so that their
 * paragraphs can stand beside each other. The bookmarks of nodes are numbered through: those of
 * `before` go on where those of `after` end.
 */
export function writeRedlined(
  before: Side,
  after: Side,
  resources: Resources,
  weave: Weave,
): Result<Uint8Array> {
  const tags = new Tags();
  const context = new DocxContext(after.document.meta, resources, tags);
  const now = bodyXml(after.document, context);
  const old = bodyXml(before.document, context);
  const body = weave({ before: old, after: now, context, tags });
  const messages: Message[] = [...account(before.document, old), ...account(after.document, now)];
  return {
    value: packageOf({ ...after, before: before.ladder }, body, context).pack(),
    messages,
  };
}
