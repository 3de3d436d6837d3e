import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
} from "yaml";
import { type Message, type MessageOptions, message } from "../diagnostics.js";
import type { Place } from "../model/ladder.js";

/** Where in a file something stands: keys and places in lists, from the outside. */
export type Path = readonly PropertyKey[];

/** Aliases may multiply a value at most so often: no "billion laughs". */
const MAX_ALIASES = 100;

/** A YAML file that holds a mapping, and where in it everything stands. */
export interface YamlFile {
  /** As messages show it. */
  file: string;
  value: Record<string, unknown>;
  /** The same as nodes. */
  document: Document.Parsed;
  /** True where the file says something at a path. */
  has(path: Path): boolean;
  /** A complaint about a value, or what is nearest around it. */
  complain(path: Path, ruleId: string, reason: string, options?: MessageOptions): Message;
  /** A complaint about the key at the end of a path. */
  complainOfKey(path: Path, ruleId: string, reason: string, options?: MessageOptions): Message;
}

/** What a file is to be: "theme", which names the rule of its complaints too. */
export interface YamlSubject {
  file: string;
  what: string;
  rule: string;
  /** A key may stand twice, as JSON lets it: the last one counts. */
  repeats?: boolean;
}

/** Reads YAML that holds a mapping; an error in it is a message. */
export function readYaml(
  text: string,
  at: YamlSubject,
): { value: YamlFile | null; messages: Message[] } {
  const lines = new LineCounter();
  const told = (reason: string, offset: number, options: MessageOptions = {}, rule = at.rule) =>
    Object.assign(message("error", rule, reason, { ...options, place: placeOf(lines, offset) }), {
      file: at.file,
    });
  const document = parseDocument(text, {
    lineCounter: lines,
    version: "1.2",
    logLevel: "silent",
    uniqueKeys: !at.repeats,
  });
  // What follows the first error is most often its echo.
  const [broken] = document.errors;
  if (broken) {
    const deep = /call stack/.test(broken.message);
    const reason = deep ? "nested too deep" : firstLine(broken.message);
    return { value: null, messages: [told(`Unexpected YAML: ${reason}`, broken.pos[0])] };
  }
  const value = plainOf(document);
  if (typeof value === "string" || !isMap(document.contents)) {
    const reason = typeof value === "string" ? value : "expected a mapping of keys to values";
    return { value: null, messages: [told(`Unexpected ${at.what}: ${reason}`, 0)] };
  }
  const read: YamlFile = {
    file: at.file,
    value,
    document,
    has: (path) => document.hasIn([...path]),
    complain: (path, rule, reason, options) =>
      told(reason, valueOffset(document, path), options, rule),
    complainOfKey: (path, rule, reason, options) =>
      told(reason, keyOffset(document, path), options, rule),
  };
  return { value: read, messages: [] };
}

function plainOf(document: Document.Parsed): Record<string, unknown> | string {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES }) as Record<string, unknown>;
  } catch (error) {
    return error instanceof Error ? firstLine(error.message) : "unreadable";
  }
}

const firstLine = (text: string): string =>
  (text.split("\n")[0] ?? "").replace(/ at line \d+.*$/, "");

function placeOf(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  const point = { line: Math.max(line, 1), column: Math.max(col, 1), offset };
  return { start: point, end: point };
}

function valueOffset(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffset(document: Document.Parsed, path: Path): number {
  const around: unknown =
    path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const key = isCollection(around) && isMap(around) ? keyIn(around.items, path.at(-1)) : undefined;
  return key?.range?.[0] ?? valueOffset(document, path);
}

const keyIn = (
  items: readonly { key: unknown }[],
  name: PropertyKey | undefined,
): Node | undefined =>
  items
    .map(({ key }) => key)
    .find((key): key is Node => isScalar(key) && String(key.value) === String(name));
