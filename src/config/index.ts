import * as z from "zod/mini";
import { type Message, message, type Result } from "../diagnostics.js";
import { RULE_NAMES } from "../lint/findings.js";
import { SETTINGS, type Settings } from "../lint/settings.js";
import { nearest } from "../nearest.js";
import { readYaml, type YamlFile } from "../yaml/file.js";
import { complaintsOf } from "../yaml/problems.js";

/** What a project sets, under "rungbook" in its package.json. */
export interface Config {
  lint: Settings;
}

/** Where a project sets it. */
export const CONFIG_FILE = "package.json";

/** The rule of complaints about it. */
const RULE = "config";

const setting = z.optional(z.enum(SETTINGS, { error: SETTINGS.join(", ") }));

const Schema = z.strictObject({
  lint: z.optional(
    z.strictObject({
      rules: z.optional(
        z.strictObject(Object.fromEntries(RULE_NAMES.map((name) => [name, setting]))),
      ),
    }),
  ),
});

const RULES_AT = ["rungbook", "lint", "rules"];

/** Reads the text of a package.json; a message has its place in it. The value is null with errors. */
export function readConfig(text: string): Result<Config | null> {
  const broken = brokenJson(text);
  if (broken) return { value: null, messages: [broken] };
  // JSON is YAML, and the reader of that can tell where everything stands.
  const subject = { file: CONFIG_FILE, what: "file", rule: RULE, repeats: true };
  const { value: file, messages } = readYaml(text, subject);
  if (!file) return { value: null, messages };
  const told = file.value.rungbook;
  if (told === undefined) return { value: { lint: {} }, messages: [] };
  const { data, error } = Schema.safeParse(told);
  if (error) return { value: null, messages: problemsOf(error.issues, file) };
  return { value: { lint: { rules: settled(data.lint?.rules ?? {}) } }, messages: [] };
}

const settled = (rules: Record<string, unknown>): NonNullable<Settings["rules"]> =>
  Object.fromEntries(
    Object.entries(rules).filter(([, value]) => value !== undefined),
  ) as NonNullable<Settings["rules"]>;

function brokenJson(text: string): Message | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unreadable";
    return message("error", RULE, `Unexpected JSON: ${reason}`);
  }
}

function problemsOf(issues: readonly z.core.$ZodIssue[], file: YamlFile): Message[] {
  const placed = issues.map((issue) => ({ ...issue, path: ["rungbook", ...issue.path] }));
  const messages = placed.flatMap((issue) => {
    if (issue.code === "unrecognized_keys" && issue.path.join() === RULES_AT.join())
      return issue.keys.map((name) => unknownRule(name, file));
    const checked = { value: file.value, schema: SCHEMA, rule: RULE, whole: CONFIG_FILE };
    return complaintsOf([issue], { ...checked, fileOf: () => file });
  });
  return messages.sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

const SCHEMA = z.toJSONSchema(z.object({ rungbook: Schema }));

function unknownRule(name: string, file: YamlFile): Message {
  const reason = `Unexpected rule "${name}"${nearest(name, RULE_NAMES)}, expected one that "rungbook lint --rules" tells`;
  return file.complainOfKey([...RULES_AT, name], RULE, reason, { actual: name });
}
