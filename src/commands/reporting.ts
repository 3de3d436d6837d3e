import * as path from "node:path";
import { appendFile, FileError, sizeOf } from "../files/index.js";
import { MAX_STEP_SUMMARY_BYTES } from "../limits.js";
import { nearest } from "../nearest.js";
import { harmless } from "../report/harmless.js";
import { REPORTER_NAMES, REPORTERS, type ReporterName } from "../report/index.js";
import type { Reporter, StepSummary } from "../report/reporter.js";
import { type Context, type Option, type Options, UsageError } from "./command.js";
import { shown } from "./posts/index.js";

/** How a command reports. */
export const REPORT_OPTIONS: readonly Option[] = [
  {
    flags: "--reporter <name>",
    summary: `form of the report: ${REPORTER_NAMES.join(", ")} (default: text, in GitHub Actions github)`,
  },
  { flags: "--json", summary: "short for --reporter json" },
  { flags: "-q, --quiet", summary: "report errors only" },
];

/** The form of report that the options ask for; under GitHub Actions, by itself the one with annotations. */
export function reporterOf(options: Options, context: Context): Reporter {
  const { github, cwd, colour } = context;
  const name = nameOf(options) ?? (github ? "github" : "text");
  const root = path.resolve(cwd, github?.workspace ?? "");
  const sink = github && name === "text" ? harmless(context) : context;
  return REPORTERS[name](sink, {
    quiet: options.quiet === true,
    colour,
    fromRoot: (file) => fromRoot(root, path.resolve(cwd, file)) ?? file,
    ...(github?.summary && { summary: stepSummary(github.summary, context) }),
  });
}

function nameOf({ reporter, json }: Options): ReporterName | undefined {
  if (reporter === undefined) return json === true ? "json" : undefined;
  const name = REPORTER_NAMES.find((each) => each === reporter);
  if (!name) throw new UsageError(unknownReporter(String(reporter)));
  if (json === true && name !== "json") {
    throw new UsageError(`--json is short for --reporter json: found --reporter ${name} beside it`);
  }
  return name;
}

const unknownReporter = (name: string): string =>
  `unknown reporter "${name}"${nearest(name, REPORTER_NAMES)}, expected ${REPORTER_NAMES.join(", ")}`;

/** A file's path from the repository's root; null where it is not below that. */
function fromRoot(root: string, file: string): string | null {
  const relative = path.relative(root, file);
  const outside = relative.split(path.sep)[0] === ".." || path.isAbsolute(relative);
  return relative === "" || outside ? null : shown(relative);
}

/** The summary of a step; that it can't be written is told, and nothing else comes of it. */
function stepSummary(file: string, { err }: Context): StepSummary {
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      err(`${file}: warning ${error.message} (step-summary)\n`);
      return undefined;
    }
  };
  return {
    room: () => MAX_STEP_SUMMARY_BYTES - (attempt(() => sizeOf(file)) ?? MAX_STEP_SUMMARY_BYTES),
    add: (markdown) => attempt(() => appendFile(file, `${markdown}\n`)),
  };
}
