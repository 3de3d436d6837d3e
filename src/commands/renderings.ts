import * as path from "node:path";
import { compose } from "../compose/handbook.js";
import { failed } from "../diagnostics.js";
import type { Document } from "../document.js";
import type { Finding } from "../report/report.js";
import { type Format, loadWriter } from "../write/index.js";
import type { Context } from "./command.js";
import { about } from "./findings.js";
import { loadResources } from "./images.js";
import type { ReadPost } from "./post.js";
import { pathOf, type Target } from "./target.js";

/** One form of a post, in memory. */
export interface Rendering {
  format: Format;
  /** As shown in messages. */
  path: string;
  bytes: Uint8Array;
  /** Milliseconds that its writer took. */
  ms: number;
}

/** What a post gives; no rendering at all where one of them has an error. */
export interface Rendered {
  document: Document;
  renderings: Rendering[];
  findings: Finding[];
}

/** Renders a post in memory. */
export async function render(post: ReadPost, target: Target, context: Context): Promise<Rendered> {
  const { ladder } = post;
  const folder = path.dirname(path.resolve(context.cwd, post.path));
  const { resources, messages } = await loadResources(ladder, folder);
  const document = compose(ladder);
  const renderings: Rendering[] = [];
  for (const format of target.formats) {
    const start = context.now();
    const write = await loadWriter(format);
    const result = await write({ document, ladder, resources });
    messages.push(...result.messages);
    const name = pathOf(ladder.origin.slug, format, target);
    renderings.push({ format, path: name, bytes: result.value, ms: context.now() - start });
  }
  const findings = messages.map((each) => about(post.path, each));
  return { document, renderings: failed(messages) ? [] : renderings, findings };
}
