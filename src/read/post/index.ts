import { failed, type Message, message, type Result } from "../../diagnostics.js";
import type { Content, Ladder, Origin } from "../../model/ladder.js";
import { settle } from "../../model/settle.js";
import { leaves } from "../../model/walk.js";
import { BlockContext } from "../blocks/context.js";
import { blocksOf } from "../blocks/index.js";
import { decompose } from "../decompose.js";
import { type FrontMatter, readFrontMatter } from "../front-matter.js";
import { isHandbook, readHandbook } from "../handbook/index.js";
import { resolveLinks } from "../resolve.js";
import { recognise } from "../shapes/index.js";
import { Source } from "../source.js";
import { account } from "./account.js";
import { leftovers } from "./leftovers.js";
import { dateOfEpoch, isSlug, readName } from "./name.js";
import { disagreements, recogniseOverview } from "./overview.js";
import { type Parsed, parsePage, parsePost } from "./parse.js";
import { contentHash, decode } from "./text.js";

/** What is known of a post beside its bytes. */
export interface PostOptions {
  /** The file's name, without its folder: it tells the slug, the date, and whether it is HTML. */
  file: string;
  /** SOURCE_DATE_EPOCH, in seconds: the date of a post that tells none. */
  epoch?: number | undefined;
}

/**
 * Reads a post (`.md`, `.markdown`, `.html`) into a ladder. The value is null where the post can't
 * be read or a word of it would be lost; the messages then hold the errors.
 */
export function readPost(bytes: Uint8Array, options: PostOptions): Result<Ladder | null> {
  const { text, messages } = decode(bytes);
  if (text === null) return { value: null, messages };
  const source = new Source(text);
  const isPage = /\.html?$/i.test(options.file);
  const parsed = isPage ? parsePage(source) : parsePost(source);
  const front = parsed.frontMatter
    ? readFrontMatter(parsed.frontMatter.yaml, parsed.frontMatter.line)
    : { value: null, messages: [] };
  const found = [...messages, ...parsed.messages, ...front.messages];
  if (failed(found)) return { value: null, messages: found };
  if (isHandbook(front.value)) {
    const { value, messages } = readHandbook(source, parsed, front.value);
    return { value: value && decompose(value), messages };
  }
  return ladderOf(source, parsed, front.value, options, found);
}

function ladderOf(
  source: Source,
  parsed: Parsed,
  frontMatter: FrontMatter | null,
  options: PostOptions,
  found: Message[],
): Result<Ladder | null> {
  const context = new BlockContext();
  const blocks = blocksOf(parsed.nodes, context);
  context.finish();
  // Blocks take its place: of a long post the tree is most of the memory.
  parsed.nodes.length = 0;
  const links = resolveLinks(blocks);
  const content: Content[] = recogniseOverview(recognise(blocks));
  const origin = originOf(source.text, parsed, frontMatter, options);
  const ladder = settle({ origin, frontMatter, content });
  const messages = [
    ...found,
    ...context.messages,
    ...links,
    ...leftovers(content),
    ...disagreements(ladder.content),
    ...account(parsed.atoms, textsOf(ladder.content)),
    ...checkSlug(origin.slug, source),
  ];
  messages.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return { value: failed(messages) ? null : ladder, messages };
}

const textsOf = (content: readonly Content[]): string[] =>
  leaves(content)
    .filter(({ given }) => !given)
    .map(({ rich }) => rich.text);

function originOf(
  text: string,
  { title, language }: Parsed,
  frontMatter: FrontMatter | null,
  { file, epoch }: PostOptions,
): Origin {
  const name = readName(file);
  const told = frontMatter?.entries.find(({ key }) => key === "slug")?.value;
  const date = name.date ?? (epoch === undefined ? null : dateOfEpoch(epoch));
  return {
    slug: typeof told === "string" && told !== "" ? told : name.slug,
    file,
    sha256: contentHash(text),
    ...(date !== null && { date }),
    ...(title !== null && { title }),
    ...(language !== null && { language }),
  };
}

function checkSlug(slug: string, source: Source): Message[] {
  if (isSlug(slug)) return [];
  const told = /^slug:.*$/m.exec(source.text);
  const place = source.place(told?.index ?? 0, told ? told.index + told[0].length : 0);
  const reason = `Unexpected slug "${slug}", expected letters, digits, "-", "_" and single "." that name one file`;
  return [message("error", "unsafe-slug", reason, { place, actual: slug })];
}
