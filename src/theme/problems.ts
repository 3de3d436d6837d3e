import type * as z from "zod/mini";
import type { Message } from "../diagnostics.js";
import { nearest } from "../nearest.js";
import { themeSchema } from "./json-schema.js";
import { type Layer, layerOf, type Path } from "./layer.js";

type Issue = z.core.$ZodIssue;

/** Zod's issues with a merged theme as messages, each in the file that says what is wrong. */
export function complaintsOf(
  issues: readonly Issue[],
  value: unknown,
  layers: readonly Layer[],
): Message[] {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => unknownKey(issue.path, key, layers));
    return [wrongValue(issue, valueAt(value, issue.path), layers)];
  });
}

function unknownKey(path: Path, key: string, layers: readonly Layer[]): Message {
  const whole = [...path, key];
  const known = keysAt(path);
  const reason = `Unexpected key "${key}"${nearest(key, known)}, expected ${known.join(", ")}`;
  return layerOf(layers, whole).complainOfKey(whole, "theme", reason, { actual: key });
}

/** The keys that the schema has at a path. */
function keysAt(path: Path): string[] {
  let node: z.core.JSONSchema.BaseSchema | undefined = themeSchema();
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

function wrongValue(issue: Issue, found: unknown, layers: readonly Layer[]): Message {
  const { path } = issue;
  const name = path.join(".");
  if (found === undefined) {
    const reason = `Unexpected end of ${path.slice(0, -1).join(".") || "the theme"}, expected the key "${String(path.at(-1))}"`;
    const note = `Say it, or begin with "extends: default" and say only what is different.`;
    return layerOf(layers, path.slice(0, -1)).complain(path, "theme", reason, { note });
  }
  const expected = expectedOf(issue);
  const reason = `Unexpected ${shownValue(found)} for ${name}, expected ${expected}`;
  const empty = found === null && /colour/.test(expected);
  const note = empty ? `What follows "#" outside quotes is a comment in YAML.` : undefined;
  return layerOf(layers, path).complain(path, "theme", reason, note ? { note } : {});
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
