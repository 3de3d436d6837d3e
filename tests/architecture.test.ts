import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

/** Who may import whom: for each module of `src`, the modules of ours that it may name. */
const MAY_IMPORT: Record<string, string[]> = {
  model: [],
  diagnostics: ["model"],
  document: ["model"],
  "document-lines": ["model", "document"],
  "document-marks": ["model", "document"],
  nearest: [],
  resources: ["theme", "docx-reference"],
  theme: ["diagnostics", "model", "files", "limits", "images", "nearest", "yaml"],
  images: ["files", "limits", "resources"],
  "docx-names": [],
  "docx-reference": [],
  "pdf-words": ["document", "messages"],
  read: [
    "model",
    "document",
    "document-lines",
    "document-marks",
    "diagnostics",
    "docx-names",
    "docx-reference",
    "pdf-words",
    "messages",
  ],
  compose: [
    "model",
    "document",
    "document-lines",
    "diagnostics",
    "pdf-words",
    "messages",
    "nearest",
  ],
  write: [
    "model",
    "document",
    "diagnostics",
    "resources",
    "docx-names",
    "docx-reference",
    "pdf-words",
    "theme",
    "messages",
  ],
  // Which nodes of two documents are the same one.
  match: ["model", "document", "document-lines"],
  merge: [
    "splice",
    "match",
    "model",
    "document",
    "document-lines",
    "document-marks",
    "diagnostics",
    "read",
    "compose",
    "write",
  ],
  // Two documents of Word, the same text in both once: it knows how both are written, and reads that.
  redline: [
    "match",
    "model",
    "document",
    "diagnostics",
    "docx-names",
    "read",
    "compose",
    "write",
    "resources",
  ],
  // What changed between two ladders, in words of the ladder.
  diff: [
    "markdown-text",
    "match",
    "model",
    "document",
    "document-lines",
    "diagnostics",
    "read",
    "compose",
  ],
  // A post against rules about ladders.
  lint: [
    "splice",
    "model",
    "document",
    "diagnostics",
    "nearest",
    "match",
    "read",
    "compose",
    "messages",
    "limits",
  ],
  // What a project sets in its package.json.
  config: ["diagnostics", "lint", "nearest", "yaml"],
  files: ["diagnostics", "limits"],
  // What git knows of files.
  git: [],
  // A text with stretches of it changed.
  splice: [],
  limits: [],
  // What a post says as Markdown of reports.
  "markdown-text": [],
  report: ["diagnostics", "model", "markdown-text"],
  commands: [
    "lint",
    "config",
    "redline",
    "match",
    "diff",
    "git",
    "merge",
    "docx-reference",
    "nearest",
    "model",
    "document",
    "diagnostics",
    "read",
    "compose",
    "write",
    "files",
    "git",
    "limits",
    "report",
    "resources",
    "pdf-worker",
    "theme",
    "images",
    "pdf-words",
    "pdf-reader",
    "packet",
    "messages",
  ],
  library: ["commands", "docx-reference", "report", "theme", "write"],
  index: [
    "diff",
    "lint",
    "library",
    "docx-reference",
    "model",
    "document",
    "diagnostics",
    "read",
    "compose",
    "write",
    "resources",
    "commands",
    "files",
    "limits",
    "report",
    "theme",
  ],
  "pdf-reader": ["read", "pdf-words"],
  "pdf-worker": ["model", "compose", "write", "files", "resources", "theme"],
  messages: [],
  yaml: ["diagnostics", "model", "nearest"],
  // The core is from values to bytes; what runs a batch of them may use files.
  packet: [
    "model",
    "document",
    "diagnostics",
    "messages",
    "yaml",
    "nearest",
    "limits",
    "files",
    "read",
    "compose",
    "write",
    "theme",
    "resources",
    "pdf-words",
    "docx-reference",
    "report",
    "images",
  ],
  "packet-worker": ["packet", "files"],
  cli: ["commands"],
};

/** Packages, and the only places that may know them. */
const LIVES_IN: [RegExp, RegExp][] = [
  [/^(?:cheerio(?:\/slim)?|domhandler|parse5.*)$/, /^(?:read\/|theme\/svg)/],
  [/^pdfkit$/, /^write\/pdf\//],
  [/^#?fontkit$/, /^(?:write\/pdf\/|theme\/fonts)/],
  [/^svg-to-pdfkit$/, /^write\/pdf\//],
  [/^pdfjs-dist/, /^read\/pdf/],
  [/^(?:csv-parse|@streamparser\/json|yauzl|saxes|piscina|cli-progress)$/, /^packet\/batch\//],
  [/^commander$/, /^commands\//],
  [/^@clack\/prompts$/, /^cli\//],
  [/^liquidjs$/, /^packet\/(?:liquid|check)\.ts$/],
  [/^(?:node:)?fs(?:\/promises)?$/, /^files\//],
  [/^(?:node:)?child_process$/, /^git\//],
  [/^chokidar$/, /^files\//],
  [/^write-file-atomic$/, /^files\//],
];

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
  /(?<!\.d)\.ts$/.test(file),
);

function importsOf(file: string): string[] {
  const code = readFileSync(join("src", file), "utf8");
  const found = code.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)"|\bimport\("([^"]+)"\)/gm);
  return [...found].map((match) => match[1] ?? match[2] ?? "");
}

/** A file's code, without its comments. */
const codeOf = (file: string): string =>
  readFileSync(join("src", file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

/** The module a file belongs to: its folder in `src`, or its own name. */
const moduleOf = (file: string): string => file.split("/")[0]?.replace(/\.(?:ts|js)$/, "") ?? "";

test("reading, composing and writing go one way", () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith("."))
      .map((name) => relative("src", join("src", dirname(file), name)))
      .filter((target) => !target.startsWith("..") && moduleOf(target) !== moduleOf(file))
      .filter((target) => !MAY_IMPORT[moduleOf(file)]?.includes(moduleOf(target)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(files.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

test("every module is in the plan", () => {
  const modules = new Set(files.map(moduleOf));
  expect([...modules].filter((name) => !(name in MAY_IMPORT))).toEqual([]);
});

test("libraries stay in their rooms", () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => LIVES_IN.some(([pattern, room]) => pattern.test(name) && !room.test(file)))
      .map((name) => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test("only the entry touches the process", () => {
  const wrong = files
    .filter((file) => file !== "cli.ts" && !file.startsWith("cli/"))
    .filter((file) => /\bprocess\.|\bconsole\./.test(codeOf(file)));
  expect(wrong).toEqual([]);
});

test("no clock, random number, locale or time zone is asked", () => {
  const banned =
    /\bDate\.now\b|new Date\(\)|Math\.random|randomUUID|randomBytes|toLocale|localeCompare|getTimezoneOffset|process\.hrtime/;
  const wrong = files
    .filter((file) =>
      /^(?:model|read|compose|write|lint|config|diff|redline|messages|packet\/(?!batch))\b/.test(
        file,
      ),
    )
    .filter((file) => banned.test(codeOf(file)));
  expect(wrong).toEqual([]);
});

test("a file is a room, not a hall", () => {
  const large = files
    .map((file) => [file, readFileSync(join("src", file), "utf8").split("\n").length] as const)
    .filter(([, lines]) => lines > 320);
  expect(large).toEqual([]);
});
