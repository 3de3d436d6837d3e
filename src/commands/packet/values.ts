import * as path from "node:path";
import type { Message } from "../../diagnostics.js";
import { FileError, readFile } from "../../files/index.js";
import { MAX_DATA_BYTES } from "../../limits.js";
import { readData } from "../../packet/data.js";
import type { Order } from "../../packet/make.js";
import type { Template } from "../../packet/template.js";
import { checkValues, type Given } from "../../packet/values.js";
import type { Finding } from "../../report/report.js";
import { type Context, type Options, UsageError } from "../command.js";
import { failure } from "../findings.js";
import { shown } from "../posts/index.js";

interface Outcome<T> {
  value: T | null;
  findings: Finding[];
}

/** What --data and --set give, the latter over the former; level and title are among it. */
export function givenOf(options: Options, context: Context): Outcome<Given> {
  const data = dataOf(options, context);
  if (!data.value) return data;
  const all = new Map(data.value);
  for (const [name, value] of setOf(options)) all.set(name, { value, place: `--set ${name}` });
  for (const name of ["level", "title"])
    if (options[name] !== undefined) all.set(name, { value: options[name], place: `--${name}` });
  return { value: all, findings: [] };
}

/** What a shell hands over is never told again: it may be the value. */
function setOf({ set }: Options): [string, string][] {
  const seen = new Set<string>();
  return (Array.isArray(set) ? set : []).map((each, index) => {
    const [, name, value] = /^([^=]*)=(.*)$/s.exec(each) ?? [];
    if (!name || value === undefined)
      throw new UsageError(`--set number ${index + 1} has no name and "=", expected name=value`);
    if (seen.has(name)) throw new UsageError(`--set ${name} is given twice`);
    seen.add(name);
    return [name, value];
  });
}

function dataOf({ data }: Options, { cwd }: Context): Outcome<Given> {
  if (data === undefined) return { value: new Map(), findings: [] };
  const file = shown(String(data));
  if (!/\.(?:ya?ml|json)$/i.test(file))
    throw new UsageError("--data has another ending, expected .yaml or .json");
  try {
    const bytes = readFile(path.resolve(cwd, file), MAX_DATA_BYTES);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const { value, messages } = readData(text, file);
    return { value, findings: messages.map((each) => ({ file, message: each })) };
  } catch (error) {
    if (error instanceof TypeError) return refused(file, "Unexpected bytes, expected UTF-8");
    if (error instanceof FileError) return refused(file, error.message);
    throw error;
  }
}

const refused = (file: string, reason: string): Outcome<Given> => ({
  value: null,
  findings: [failure(file, "unreadable", reason)],
});

/** The order that was given, and where in it a message of a packet belongs. */
export interface Ordered extends Outcome<Order> {
  placeOf(message: Message, template: Template): string;
}

/** Checks what was given for a template. */
export function orderOf(given: Given, template: Template): Ordered {
  const placeOf = (found: Message): string => {
    if (found.file) return found.file;
    if (/title$/.test(found.ruleId ?? "")) return given.get("title")?.place ?? "--title";
    return /level$/.test(found.ruleId ?? "")
      ? (given.get("level")?.place ?? "--level")
      : template.file;
  };
  const level = textOf(given, "level");
  if (level === null) throw new UsageError("no level given, expected --level");
  const fields = new Map([...given].filter(([name]) => name !== "level" && name !== "title"));
  const { value, messages } = checkValues(template, fields);
  const findings = messages.map((each) => ({ file: placeOf(each), message: each }));
  const order = value && { level, title: textOf(given, "title"), values: value };
  return { value: order, findings, placeOf };
}

function textOf(given: Given, name: string): string | null {
  const value = given.get(name)?.value;
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string") throw new UsageError(`${name} is no text, expected it in quotes`);
  return value;
}
