import { exitCode } from "../../report/report.js";
import { type Command, type Options, UsageError } from "../command.js";
import { REPORT_OPTIONS, reporterOf } from "../options.js";
import { SINCE_OPTION, sinceOf } from "../posts/since.js";
import { lintPosts } from "./posts.js";
import { explain, listRules } from "./rules.js";

/** Says what is wrong with ladders. */
export const lint: Command = {
  name: "lint",
  summary: "say what is wrong with the ladders of posts, and mend what is safe to mend",
  arguments: { name: "[post...]", summary: "posts, or folders of posts (default: source)" },
  options: [
    { flags: "--fix", summary: "mend the posts where only one thing can be meant" },
    { flags: "-n, --dry-run", summary: "with --fix: print a patch, and write nothing" },
    { flags: "--max-warnings <number>", summary: "more warnings than this are an error" },
    { flags: "--rules", summary: "print all rules" },
    { flags: "--explain <rule>", summary: "print what a rule says of an example" },
    SINCE_OPTION,
    ...REPORT_OPTIONS,
  ],
  help: `"rungbook": {"lint": {"rules": {"RULE": "off"}}} in package.json sets how bad it is to break a
rule: off, info, warning or error. <!-- rungbook-lint-disable-next-line RULE --> in a post is for
one place.
Exit code 0: no errors; 1: errors, or more warnings than --max-warnings; 2: something could not be
read or written.`,
  async run(names, options, context) {
    if (options.rules) return listRules(context);
    if (options.explain !== undefined) return explain(String(options.explain), context);
    const how = { ...howOf(options), since: await sinceOf(options, context) };
    // A patch is all that standard output is to have.
    const reporter = reporterOf(options, how.dryRun ? { ...context, out() {} } : context);
    return exitCode(await lintPosts(names, how, context, reporter));
  },
};

function howOf({ fix, dryRun, maxWarnings, json, reporter }: Options) {
  if (dryRun && !fix) throw new UsageError("--dry-run is for --fix");
  if (dryRun && (json || reporter !== undefined))
    throw new UsageError("--dry-run prints a patch, --reporter and --json a report");
  if (maxWarnings !== undefined && !/^\d{1,9}$/.test(String(maxWarnings)))
    throw new UsageError(`--max-warnings is "${maxWarnings}", expected a number`);
  return {
    fix: fix === true,
    dryRun: dryRun === true,
    maxWarnings: maxWarnings === undefined ? null : Number(maxWarnings),
  };
}
