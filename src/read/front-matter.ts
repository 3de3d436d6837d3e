import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from "yaml";
import { type Message, message } from "../diagnostics.js";
import type { Ladder, Place } from "../model/ladder.js";

/** A ladder's front matter. */
export type FrontMatter = NonNullable<Ladder["frontMatter"]>;

/** Aliases may multiply a value at most so often: no "billion laughs". */
const MAX_ALIASES = 100;

/**
 * Reads YAML front matter. Errors (broken YAML, a key told twice, no mapping) are messages with
 * their place in the post; `firstLine` is the line on which `yaml` begins.
 */
export function readFrontMatter(
  yaml: string,
  firstLine: number,
): { value: FrontMatter | null; messages: Message[] } {
  const text = yaml.replace(/\r\n?/g, "\n").replace(/\s+$/, "");
  if (text === "") return { value: null, messages: [] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: "1.2", logLevel: "silent" });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    const point = { line: line + firstLine - 1, column: Math.max(col, 1), offset };
    return { start: point, end: point };
  };
  const wrong = document.errors.map((error) => {
    const reason = `Unexpected front matter: ${error.message.split("\n")[0]?.replace(/ at line \d+.*$/, "")}`;
    return message("error", "front-matter", reason, { place: placeOf(error.pos[0]) });
  });
  if (wrong.length > 0) return { value: null, messages: wrong };
  if (document.contents === null) return { value: null, messages: [] };
  if (!isMap(document.contents)) {
    const reason = "Unexpected front matter, expected a mapping of keys to values";
    return {
      value: null,
      messages: [message("error", "front-matter", reason, { place: placeOf(0) })],
    };
  }
  return entriesOf(document.contents, text, document, placeOf);
}

function entriesOf(
  map: YAMLMap,
  text: string,
  document: ReturnType<typeof parseDocument>,
  placeOf: (offset: number) => Place,
): { value: FrontMatter | null; messages: Message[] } {
  try {
    const entries = map.items.map(({ key, value }) => ({
      key: String(isScalar(key) ? key.value : key),
      value: jsonValue(value, document),
    }));
    // Only block style can take another key at its end, which the Markdown rendering adds.
    const yaml = map.flow ? document.toString({ collectionStyle: "block" }).trimEnd() : text;
    return { value: { yaml, entries }, messages: [] };
  } catch (error) {
    const reason = `Unexpected front matter: ${error instanceof Error ? error.message : "unreadable"}`;
    return {
      value: null,
      messages: [message("error", "front-matter", reason, { place: placeOf(0) })],
    };
  }
}

/** A YAML node as JSON: dates stay the text they are, what JSON can't say becomes text. */
function jsonValue(node: unknown, document: ReturnType<typeof parseDocument>): FrontMatterValue {
  const value =
    node && typeof node === "object" && "toJS" in node && typeof node.toJS === "function"
      ? (node.toJS(document, { maxAliasCount: MAX_ALIASES }) as unknown)
      : node;
  const json = JSON.stringify(value ?? null, (_, each: unknown) =>
    typeof each === "number" && !Number.isFinite(each) ? String(each) : each,
  );
  return JSON.parse(json) as FrontMatterValue;
}

type FrontMatterValue = FrontMatter["entries"][number]["value"];
