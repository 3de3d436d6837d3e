import type * as z from "zod/mini";
import type { Message } from "../diagnostics.js";
import { nearest } from "../nearest.js";
import type { Path, YamlFile } from "./file.js";

type Issue = z.core.$ZodIssue;

/** What is checked, and how it is spoken of. */
export interface Checked {
  value: unknown;
  schema: z.core.JSONSchema.BaseSchema;
  /** The rule of the complaints, and what the whole is called: "the theme". */
  rule: string;
  whole: string;
  /** What helps where something is missing. */
  missing?: string;
  /** The file that has the last word at a path. */
  fileOf(path: Path): YamlFile;
}

/** Zod's issues with what YAML files say as messages, each in the file that says what is wrong. */
export function complaintsOf(issues: readonly Issue[], checked: Checked): Message[] {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => unknownKey(issue.path, key, checked));
    return [wrongValue(issue, valueAt(checked.value, issue.path), checked)];
  });
}

function unknownKey(path: Path, key: string, { schema, rule, fileOf }: Checked): Message {
  const whole = [...path, key];
  const known = keysAt(path, schema);
  const reason = `Unexpected key "${key}"${nearest(key, known)}, expected ${known.join(", ")}`;
  return fileOf(whole).complainOfKey(whole, rule, reason, { actual: key });
}

/** The keys that the schema has at a path. */
function keysAt(path: Path, schema: z.core.JSONSchema.BaseSchema): string[] {
  let node: z.core.JSONSchema.BaseSchema | undefined = schema;
  for (const step of path) node = within(node, step);
  return Object.keys(variantsOf(node).find(({ properties }) => properties)?.properties ?? {});
}

function within(node: z.core.JSONSchema.BaseSchema | undefined, step: PropertyKey) {
  const next = variantsOf(node).map(({ properties, items }) =>
    typeof step === "number" ? items : properties?.[String(step)],
  );
  return next.find((each): each is z.core.JSONSchema.BaseSchema => typeof each === "object");
}

const variantsOf = (node: z.core.JSONSchema.BaseSchema | undefined) =>
  node ? [node, ...((node.anyOf ?? []) as z.core.JSONSchema.BaseSchema[])] : [];

function wrongValue(issue: Issue, found: unknown, checked: Checked): Message {
  const { rule, whole, missing, fileOf } = checked;
  const { path } = issue;
  const name = path.join(".");
  if (found === undefined) {
    const reason = `Unexpected end of ${path.slice(0, -1).join(".") || whole}, expected the key "${String(path.at(-1))}"`;
    return fileOf(path.slice(0, -1)).complain(path, rule, reason, missing ? { note: missing } : {});
  }
  const expected = expectedOf(issue);
  const reason = `Unexpected ${shownValue(found)} for ${name}, expected ${expected}`;
  const empty = found === null && /colour/.test(expected);
  const note = empty ? `What follows "#" outside quotes is a comment in YAML.` : undefined;
  return fileOf(path).complain(path, rule, reason, note ? { note } : {});
}

function expectedOf(issue: Issue): string {
  if (issue.code === "invalid_type" && issue.expected === "object") return "a mapping of keys";
  return issue.message;
}

function shownValue(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "list";
  if (typeof value === "object") return "mapping";
  const text = String(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, step)
        ? (at as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );
}
