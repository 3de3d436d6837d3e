import { isAlias, isMap, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { type Message, message, type Result } from "../diagnostics.js";
import type { Given } from "./values.js";
import { WrittenNumber } from "./written-number.js";

type Entries = Map<string, { value: unknown; place: string }>;

/** Where in a file messages point to; no value is ever told. */
interface At {
  file: string;
  lines: LineCounter;
}

/**
 * Reads the values of one candidate from YAML, or JSON, which is YAML too: mappings in each other give
 * dotted names. Numbers are taken as they are written: a JavaScript number would not keep "85000.50".
 */
export function readData(text: string, file: string): Result<Given | null> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: "1.2", logLevel: "silent" });
  const at = { file, lines };
  const [broken] = document.errors;
  if (broken) return refused(at, broken.pos[0], `Unexpected YAML (${broken.code})`);
  const { contents } = document;
  if (!isMap(contents)) return refused(at, 0, "Unexpected data, expected names and values");
  const entries: Entries = new Map();
  const messages = collect(contents, "", at, entries);
  return { value: messages.length > 0 ? null : entries, messages };
}

const refused = (at: At, offset: number, reason: string): Result<null> => ({
  value: null,
  messages: [complain(at, offset, reason)],
});

function complain({ file, lines }: At, offset: number, reason: string): Message {
  const { line, col } = lines.linePos(offset);
  const point = { line: Math.max(line, 1), column: Math.max(col, 1), offset };
  const place = { start: point, end: point };
  return Object.assign(message("error", "packet-data", reason, { place }), { file });
}

function collect(node: Node, prefix: string, at: At, entries: Entries): Message[] {
  const wrong = (reason: string) => [complain(at, node.range?.[0] ?? 0, reason)];
  if (isAlias(node)) return wrong("Unexpected alias, expected a value");
  if (isMap(node))
    return node.items.flatMap(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : "";
      if (name === "") return wrong("Unexpected key, expected a name");
      const path = prefix === "" ? name : `${prefix}.${name}`;
      return value ? collect(value as Node, path, at, entries) : [];
    });
  if (!isScalar(node)) return wrong(`Unexpected list of ${prefix}, expected a value`);
  if (entries.has(prefix)) return wrong(`Unexpected second value of ${prefix}`);
  const { line, col } = at.lines.linePos(node.range?.[0] ?? 0);
  const value = typeof node.value === "number" ? numberOf(node.source) : node.value;
  entries.set(prefix, { value, place: `${at.file}:${line}:${col} (${prefix})` });
  return [];
}

/** A number as it is written, told from text of the same digits. */
const numberOf = (source: string | undefined): unknown =>
  /^-?\d+(?:\.\d+)?$/.test(source ?? "") ? new WrittenNumber(source ?? "") : Number.NaN;
