import type { Variable } from "liquidjs";
import type { Message } from "../diagnostics.js";
import { message } from "../diagnostics.js";
import { nearest } from "../nearest.js";
import type { Path, YamlFile } from "../yaml/file.js";
import { DATE_FORMATS, Formats, NUMBER_FORMATS } from "./formats.js";
import { complaint, Renderer } from "./liquid.js";
import { LADDER_SLOTS, LEVEL_SLOTS, RESERVED } from "./scope.js";
import { hasSlot } from "./slots.js";
import type { Field, Template } from "./template.js";
import type { Text } from "./words.js";

/** What in a template can't be meant: slots that nothing will fill, formats of another type, and the like. */
export function checkTemplate(template: Template, yaml: YamlFile): Message[] {
  return [
    ...template.fields.flatMap((field) => checkField(field, yaml)),
    ...checkPages(template, yaml),
    ...checkShown(template, yaml),
    ...checkTexts(template, yaml),
  ];
}

function checkField(field: Field, yaml: YamlFile): Message[] {
  const { name, type, format, choices } = field;
  const at = ["fields", name];
  const complain = (path: Path, reason: string) => [yaml.complainOfKey(path, "template", reason)];
  const [root = ""] = name.split(".");
  if (RESERVED.includes(root) || name === "title")
    return complain(at, `Unexpected field "${name}": the ladder fills it`);
  const prefixed = Object.keys((yaml.value.fields ?? {}) as object);
  if (prefixed.some((each) => each.startsWith(`${name}.`)))
    return complain(at, `Unexpected field "${name}", which other fields stand below`);
  if ((type === "choice") !== (choices !== undefined))
    return complain(at, `Unexpected ${choices ? '"choices"' : "choice without choices"}`);
  const formats = FORMATS_OF[type];
  if (format === undefined || formats === null || formats.includes(format)) return [];
  const expected = formats.length > 0 ? `, expected ${formats.join(", ")}` : "";
  const reason = `Unexpected format of a ${type}${expected}`;
  return [yaml.complain([...at, "format"], "template", reason)];
}

/** Null: checked elsewhere. */
const FORMATS_OF: Record<Field["type"], readonly string[] | null> = {
  text: [],
  choice: [],
  boolean: [],
  date: DATE_FORMATS,
  number: NUMBER_FORMATS,
  money: Intl.supportedValuesOf("currency"),
};

function checkPages({ pages }: Template, yaml: YamlFile): Message[] {
  if (!pages || pages.least <= pages.most) return [];
  return [yaml.complain(["pages"], "template", "Unexpected pages, expected least not above most")];
}

/** What the summary shows beside the level are fields. */
function checkShown({ fields, parts }: Template, yaml: YamlFile): Message[] {
  const names = fields.map(({ name }) => name);
  return parts.flatMap((part, index) =>
    part.type !== "slice"
      ? []
      : (part.options.fields ?? []).flatMap((name, at) => {
          if (names.includes(name)) return [];
          const reason = `Unexpected field "${name}"${nearest(name, names)}, expected ${names.join(", ")}`;
          return [yaml.complain(["parts", index, "fields", at], "template", reason)];
        }),
  );
}

function checkTexts(template: Template, yaml: YamlFile): Message[] {
  const renderer = new Renderer(new Formats("en"));
  const names = template.fields.map(({ name }) => name);
  const { title, subtitle, fileName } = template;
  const inYaml: [Path, Text | null][] = [
    [["title"], title],
    [["subtitle"], subtitle],
    [["file"], fileName],
  ];
  const own = inYaml.flatMap(([path, text]) =>
    textsOf(text).flatMap((each) =>
      checkText(each, template.file, names, renderer).map(({ reason }) =>
        yaml.complain(path, "template-slot", reason),
      ),
    ),
  );
  const files = template.parts.flatMap((part) => (part.type === "text" ? part.files : []));
  return [...own, ...files.flatMap(({ file, text }) => checkText(text, file, names, renderer))];
}

const textsOf = (text: Text | null): string[] =>
  text === null ? [] : typeof text === "string" ? [text] : Object.values(text);

function checkText(text: string, file: string, names: string[], renderer: Renderer): Message[] {
  if (hasSlot(text)) {
    const reason = "Unexpected private-use character (U+E000 to U+E019)";
    return [Object.assign(message("error", "template", reason), { file })];
  }
  try {
    return renderer.variablesIn(text).flatMap((each) => checkVariable(each, file, names));
  } catch (error) {
    return [complaint(error, file)];
  }
}

function checkVariable(variable: Variable, file: string, names: string[]): Message[] {
  const segments = variable.toArray().map((each) => (typeof each === "string" ? each : ""));
  const name = segments.join(".");
  if (isKnown(segments, names)) return [];
  const known = [
    ...names,
    ...LEVEL_SLOTS.map((each) => `level.${each}`),
    ...LADDER_SLOTS.map((each) => `ladder.${each}`),
  ];
  const { row, col } = variable.location as unknown as { row: number; col: number };
  const point = { line: row, column: col, offset: 0 };
  const reason = `Unexpected slot "${name}"${nearest(name, known)}, expected a field of the template, level.… or ladder.…`;
  const place = { start: point, end: point };
  return [Object.assign(message("error", "template-slot", reason, { place }), { file })];
}

function isKnown(segments: readonly string[], names: readonly string[]): boolean {
  const [root, second = "", ...rest] = segments;
  if (root === "ladder") return has(LADDER_SLOTS, second);
  if (root === "level")
    return second === "next" && rest.length > 0
      ? isKnown(["level", ...rest], names)
      : has(LEVEL_SLOTS, second);
  const name = segments.join(".");
  return names.some((each) => each === name || each.startsWith(`${name}.`));
}

const has = (names: readonly string[], name: string): boolean => names.includes(name);
