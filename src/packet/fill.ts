import { failed, type Message, message, type Result } from "../diagnostics.js";
import type { Block, RichText, Span } from "../model/ladder.js";
import { richText, spansOf } from "../model/rich.js";
import { readPost } from "../read/post/index.js";
import type { Renderer } from "./liquid.js";
import { cutAtSlots, hasSlot } from "./slots.js";
import type { TextFile } from "./template.js";

/** Fills the texts of a template: Liquid first, then Markdown, and the values last. */
export class Filler {
  /** Blocks by the Markdown that they were read from: packets differ in what comes into the slots alone. */
  readonly #read = new Map<string, Result<Block[] | null>>();

  constructor(private readonly renderer: Renderer) {}

  /** A line of plain text: a title, the name of a file. */
  line(text: string, file: string, scope: object): Result<string | null> {
    const { value, messages } = this.renderer.render(text, file, scope);
    return { value: value && cutAtSlots(value.text, value.values).join(""), messages };
  }

  /** A Markdown file as blocks. */
  blocks({ file, text }: TextFile, scope: object): Result<Block[] | null> {
    const rendered = this.renderer.render(text, file, scope);
    if (!rendered.value) return { value: null, messages: rendered.messages };
    const { value, messages } = this.#blocksOf(rendered.value.text, file);
    if (!value) return { value: null, messages };
    const { values } = rendered.value;
    const filled = value.map((block) => mapTexts(block, (rich) => fillRich(rich, values)));
    return { value: filled, messages };
  }

  #blocksOf(text: string, file: string): Result<Block[] | null> {
    const known = this.#read.get(text);
    if (known) return known;
    const read = readBlocks(text, file);
    // A few kinds of letter come again and again; a kind of its own for each is not worth keeping.
    if (this.#read.size < MOST_KEPT) this.#read.set(text, read);
    return read;
  }
}

const MOST_KEPT = 256;

const at = (file: string, found: Message): Message => Object.assign(found, { file });

function readBlocks(text: string, file: string): Result<Block[] | null> {
  const { value, messages } = readPost(new TextEncoder().encode(text), { file: "text.md" });
  // Places would be those of the filled text, whose lines are not the file's.
  const told = messages.map((each) => {
    const severity = each.fatal ? "error" : "warning";
    return at(file, message(severity, each.ruleId ?? "", each.reason));
  });
  if (!value || failed(messages)) return { value: null, messages: told };
  const blocks = value.content.filter((node) => node.type !== "track" && node.type !== "overview");
  const refused = (rule: string, reason: string) => ({
    value: null,
    messages: [at(file, message("error", rule, reason))],
  });
  if (blocks.length < value.content.length)
    return refused("template", "Unexpected ladder in a template's text");
  if (hasSlot(JSON.stringify(blocks.map((block) => mapTexts(block, withoutSlots)))))
    return refused(
      "template-slot",
      "Unexpected slot in an address, a code block or an image, expected it in text",
    );
  return { value: blocks as Block[], messages: told };
}

const withoutSlots = (rich: RichText): RichText => fillRich(rich, []);

/** A block whose texts are made anew. */
function mapTexts<T>(node: T, fill: (rich: RichText) => RichText): T {
  if (Array.isArray(node)) return node.map((each) => mapTexts(each, fill)) as T;
  if (!node || typeof node !== "object") return node;
  const own = Object.fromEntries(
    Object.entries(node)
      // Places are those of the filled text; a term is derived from it.
      .filter(([key]) => key !== "place" && key !== "term")
      .map(([key, value]) => [key, key === "spans" ? value : mapTexts(value, fill)]),
  );
  if (!("text" in own) || own.type === "code") return own as T;
  const { text, spans, ...rest } = own as { text: string; spans?: Span[] };
  return { ...rest, ...fill(spans ? { text, spans } : { text }) } as T;
}

function fillRich(rich: RichText, values: readonly string[]): RichText {
  if (!hasSlot(rich.text)) return rich;
  return richText(
    spansOf(rich).flatMap((span): Span[] =>
      span.type === "text"
        ? cutAtSlots(span.text, values).flatMap((text) => linesOf(text, span))
        : [span],
    ),
  );
}

/** A value of several lines is lines. */
const linesOf = (text: string, span: Extract<Span, { type: "text" }>): Span[] =>
  text
    .split("\n")
    .flatMap((line, index): Span[] => [
      ...(index > 0 ? [{ type: "break" as const }] : []),
      ...(line === "" ? [] : [{ ...span, text: line }]),
    ]);
