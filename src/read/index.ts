import { failed, message, type Result } from "../diagnostics.js";
import type { Document } from "../document.js";
import type { Ladder } from "../model/ladder.js";
import type { ShownText } from "../pdf-words.js";
import { decompose } from "./decompose.js";
import type { Edited, EditedOptions } from "./docx/edited.js";
import { readFrontMatter } from "./front-matter.js";
import { isHandbook, readHandbook } from "./handbook/index.js";
import { readLadder } from "./json.js";
import { readPost } from "./post/index.js";
import { parsePost } from "./post/parse.js";
import { decode } from "./post/text.js";
import { Source } from "./source.js";

export type { Comment, Edited, EditedOptions, Foreign, Tracked } from "./docx/edited.js";
export { type PostOptions, readPost } from "./post/index.js";

/** Reads one form of rendering: a document, since that is what the rendering shows, or a ladder. */
type Reader = (
  bytes: Uint8Array,
) => Promise<Result<{ document?: Document; ladder?: Ladder } | null>>;

/** The visible text of a PDF, of which `readRendering` takes the attached ladder alone. */
export const readShownTexts = async (
  bytes: Uint8Array,
  onPage?: (page: number) => void,
): Promise<Result<ShownText[] | null>> =>
  (await import("./pdf/index.js")).readShownTexts(bytes, onPage);

/**
 * What a DOCX says that somebody has edited, for a merge. The value is null, and the messages tell
 * why, where it can't be read.
 */
export const readEdited = async (
  bytes: Uint8Array,
  options: EditedOptions,
): Promise<Result<Edited | null>> => (await import("./docx/edited.js")).readEdited(bytes, options);

/** A form of rendering that can be read back: the extension of its files. */
export type ReadableFormat = "json" | "md" | "docx" | "pdf";

const READERS: Record<ReadableFormat, Reader> = {
  json: async (bytes) => wrapLadder(await readJson(bytes)),
  md: async (bytes) => wrapDocument(readMarkdown(bytes)),
  docx: async (bytes) => wrapDocument((await import("./docx/index.js")).readDocx(bytes)),
  pdf: async (bytes) => wrapLadder(await readPdfLadder(bytes)),
};

/** What a rendering holds: DOCX and Markdown show a document, JSON and PDF carry a ladder. */
export const readRendering = (bytes: Uint8Array, format: ReadableFormat): ReturnType<Reader> =>
  READERS[format](bytes);

/**
 * Reads a post or any rendering into a ladder, by the extension of `file` (a name without folder).
 * The value is null, and the messages tell why, where it can't be read.
 */
export async function read(
  bytes: Uint8Array,
  { file, epoch }: { file: string; epoch?: number | undefined },
): Promise<Result<Ladder | null>> {
  const extension = /\.([^.]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
  if (/^(?:md|markdown|html?)$/.test(extension)) return readPost(bytes, { file, epoch });
  if (!isReadable(extension)) {
    const reason = `Unexpected file type ".${extension}", expected .md, .markdown, .html, .json, .docx or .pdf`;
    return { value: null, messages: [message("error", "unknown-format", reason)] };
  }
  const { value, messages } = await readRendering(bytes, extension);
  return { value: value ? ladderOf(value) : null, messages };
}

const isReadable = (extension: string): extension is ReadableFormat =>
  Object.hasOwn(READERS, extension);

const ladderOf = (read: { document?: Document; ladder?: Ladder }): Ladder | null =>
  read.ladder ?? (read.document ? decompose(read.document) : null);

const wrapLadder = ({ value, messages }: Result<Ladder | null>) => ({
  value: value && { ladder: value },
  messages,
});

const wrapDocument = ({ value, messages }: Result<Document | null>) => ({
  value: value && { document: value },
  messages,
});

async function readJson(bytes: Uint8Array): Promise<Result<Ladder | null>> {
  const { text, messages } = decode(bytes);
  if (text === null) return { value: null, messages };
  try {
    return readLadder(JSON.parse(text));
  } catch (error) {
    const reason = `Unexpected JSON: ${error instanceof Error ? error.message : "unreadable"}`;
    return { value: null, messages: [message("error", "broken-json", reason)] };
  }
}

async function readPdfLadder(bytes: Uint8Array): Promise<Result<Ladder | null>> {
  const { value, messages } = await (await import("./pdf/index.js")).readPdf(bytes);
  if (value === null || failed(messages)) return { value: null, messages };
  return readLadder(value);
}

/** The document that a Markdown rendering shows; null for a text that is none. */
export function readHandbookText(text: string): Document | null {
  return /^rungbook:/m.test(text) ? readMarkdown(new TextEncoder().encode(text)).value : null;
}

function readMarkdown(bytes: Uint8Array): Result<Document | null> {
  const { text, messages } = decode(bytes);
  if (text === null) return { value: null, messages };
  const source = new Source(text);
  const parsed = parsePost(source);
  if (failed(parsed.messages)) return { value: null, messages: parsed.messages };
  const { yaml, line } = parsed.frontMatter ?? { yaml: "", line: 1 };
  const front = readFrontMatter(yaml, line);
  if (failed(front.messages)) return { value: null, messages: front.messages };
  if (isHandbook(front.value)) return readHandbook(source, parsed, front.value);
  const reason = 'Unexpected Markdown, expected a rendering with "rungbook" in its front matter';
  return { value: null, messages: [message("error", "no-rendering", reason)] };
}
