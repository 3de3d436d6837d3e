import * as path from "node:path";
import { compose } from "../../compose/handbook.js";
import { failed, type Message } from "../../diagnostics.js";
import type { Document } from "../../document.js";
import type { Reference } from "../../docx-reference.js";
import { canonicalBytes } from "../../read/post/canonical.js";
import type { Finding } from "../../report/report.js";
import type { Theme } from "../../theme/theme.js";
import { type Format, loadWriter } from "../../write/index.js";
import type { Context } from "../command.js";
import { about } from "../findings.js";
import type { ReadPost } from "../posts/post.js";
import { loadResources } from "./images.js";
import type { PdfThread } from "./pdf-thread.js";
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

/** What a post is rendered with: where to, how, and the thread for its PDF. */
export interface Making {
  target: Target;
  theme: Theme | null;
  reference: Reference | null;
  thread: PdfThread | undefined;
}

/** Renders a post in memory. The PDF, where it has a thread, is made beside the others. */
export async function render(
  post: ReadPost,
  { target, theme, reference, thread }: Making,
  context: Context,
): Promise<Rendered> {
  const { ladder } = post;
  const folder = path.dirname(path.resolve(context.cwd, post.path));
  const { images, messages, ...loaded } = await loadResources(ladder, folder, theme);
  const resources = { ...loaded.resources, reference };
  const document = compose(ladder);
  const source = canonicalBytes(post.bytes);
  const make = async (format: Format): Promise<Rendering> => {
    const start = context.now();
    const apart = format === "pdf" && thread?.takes({ ladder, images, source }) ? thread : null;
    const result = apart
      ? await apart.write({ ladder, images, source })
      : await (await loadWriter(format))({ document, ladder, resources, source });
    messages.push(...result.messages);
    const name = pathOf(ladder.origin.slug, format, target);
    return { format, path: name, bytes: result.value, ms: context.now() - start };
  };
  const renderings = await makeAll(target.formats, make);
  const findings = unique(messages).map((each) => about(post.path, each));
  return { document, renderings: post.refused || failed(messages) ? [] : renderings, findings };
}

/** A text that a page shows twice is complained of once. */
function unique(messages: readonly Message[]): Message[] {
  const told = new Map(messages.map((each) => [String(each), each]));
  return [...told.values()];
}

/** Begins with the PDF and waits for it last: what runs in this thread runs one after the other. */
async function makeAll(
  formats: readonly Format[],
  make: (format: Format) => Promise<Rendering>,
): Promise<Rendering[]> {
  const pdf = formats.includes("pdf") ? make("pdf") : null;
  const made: Rendering[] = [];
  for (const format of formats) if (format !== "pdf") made.push(await make(format));
  if (pdf) made.push(await pdf);
  return made.sort((a, b) => formats.indexOf(a.format) - formats.indexOf(b.format));
}
