import { type Message, message, type Result } from "../diagnostics.js";
import { nearest } from "../nearest.js";
import { readValue } from "./read-value.js";
import type { Field, Template } from "./template.js";

/**
 * What came from outside for one packet: names of fields (dotted) to raw values, each with where it
 * stood: "candidates.csv:12:5 (candidate.name)", "--set candidate.name".
 */
export type Given = ReadonlyMap<string, { value: unknown; place: string }>;

/** A value that was checked; plain data, which a thread can hand over. */
export type Value =
  | { type: "text"; text: string }
  | { type: "choice"; text: string }
  /** ISO 8601: "2027-02-01". */
  | { type: "date"; date: string }
  /** Decimals as given, without grouping: "85000.50"; ISO 4217: "EUR". */
  | { type: "money"; amount: string; currency: string }
  | { type: "number"; number: string }
  | { type: "boolean"; value: boolean };

/** The values of a packet by the names of their fields; an optional field that was not given has none. */
export type Values = ReadonlyMap<string, Value>;

/**
 * Checks what was given for a template: required fields, unknown names, types. A message has as its
 * `file` the place of what it is about ("candidates.csv:12:5 (candidate.name)"), and never a value. An
 * empty text is no value.
 */
export function checkValues(template: Template, given: Given): Result<Values | null> {
  const names = template.fields.map(({ name }) => name);
  const messages: Message[] = [];
  for (const [name, { place }] of given)
    if (!names.includes(name)) messages.push(unknownField(name, names, place));
  const values = new Map<string, Value>();
  for (const field of template.fields) {
    const read = readField(field, given, template.file);
    if (read.wrong) messages.push(read.wrong);
    if (read.value) values.set(field.name, read.value);
  }
  return { value: messages.length > 0 ? null : values, messages };
}

/** A value, or what is wrong with it; neither where nothing was given, and nothing has to be. */
interface Read {
  value?: Value;
  wrong?: Message;
}

function readField(field: Field, given: Given, file: string): Read {
  const { name, required } = field;
  const { value, place } = given.get(name) ?? { value: field.default, place: file };
  if (value === undefined || value === null || value === "") {
    const other = field.default !== undefined && field.default !== "" && given.has(name);
    if (other) return readField(field, new Map(), file);
    return required ? { wrong: missing(field, place, file) } : {};
  }
  const read = readValue(value, field);
  if (typeof read !== "string") return { value: read };
  return { wrong: at(place, "field-type", `Unexpected value of ${name}, ${read}`) };
}

/** What was left empty is told with its own place, what is not there with the template's. */
function missing({ name, place }: Field, given: string, file: string): Message {
  const reason = `Missing field "${name}", which the template requires`;
  const where = given === file && place ? { place } : {};
  return Object.assign(message("error", "missing-field", reason, where), { file: given });
}

function unknownField(name: string, names: readonly string[], place: string): Message {
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  const reason = `Unexpected field "${shown}"${nearest(name, names)}, expected ${names.join(", ")}`;
  return at(place, "unknown-field", reason);
}

const at = (file: string, rule: string, reason: string): Message =>
  Object.assign(message("error", rule, reason), { file });
