import * as path from "node:path";
import { FileError, holds, makeFolder, writeFile } from "../../files/index.js";
import { safeName } from "../../packet/file-name.js";
import type { Made } from "../../packet/make.js";
import { REPORTERS } from "../../report/index.js";
import { exitCode, type Finding } from "../../report/report.js";
import { type Command, type Context, type Options, UsageError } from "../command.js";
import { failure } from "../findings.js";
import { shown } from "../posts/index.js";
import { BATCH_OPTIONS, batchOptions, mergeBatch, packetBatch } from "./batch.js";
import { PASSWORD_OPTIONS } from "./password.js";
import { prepare } from "./shared.js";
import { givenOf, orderOf } from "./values.js";

/** Makes the document that a candidate gets. */
export const packet: Command = {
  name: "packet",
  summary: "make the packet that a candidate gets",
  arguments: { name: "[manifest...]", summary: "manifests of shards, with --merge-manifests" },
  options: [
    { flags: "-l, --level <anchor>", summary: "the level that is offered: se-l2" },
    { flags: "--title <title>", summary: "which title of a level that has several" },
    { flags: "-s, --set <name=value>", summary: "a field of the template", repeatable: true },
    { flags: "-d, --data <file>", summary: "fields in a .yaml or .json file" },
    {
      flags: "--template <template>",
      summary: "offer, role, growth, or the folder of one of your own",
      default: "offer",
    },
    { flags: "-f, --format <list>", summary: "formats, with commas between (default: pdf)" },
    { flags: "-o, --out <path>", summary: "a folder, or a file", default: "packets" },
    { flags: "--locale <tag>", summary: "language, dates, numbers", default: "en-GB" },
    { flags: "-t, --theme <theme>", summary: "instead of the template's: a name, or a .yaml file" },
    { flags: "--post <file>", summary: "the post, where there are several in source" },
    { flags: "--allow-findings", summary: "take a level that is not fit to be published" },
    ...PASSWORD_OPTIONS,
    ...BATCH_OPTIONS,
    { flags: "-q, --quiet", summary: "report errors only" },
  ],
  help: `Exit code 0: all well; 1: something is wrong with what was given, and nothing was written
for that candidate; 2: something could not be read or written. No value is ever reported.`,
  async run(names, options, context) {
    if (options.mergeManifests) return mergeBatch(names, options, context);
    if (names.length > 0) throw new UsageError("unexpected argument, expected options alone");
    return options.batch === undefined ? one(options, context) : batch(options, context);
  },
};

async function batch(options: Options, context: Context): Promise<number> {
  refuseOutput(String(options.out), context);
  const { prepared, findings } = await prepare(options, formatsWanted(options), context);
  if (!prepared) return tell(findings, options, context);
  return packetBatch(await batchOptions(options, context.job ?? {}), prepared, context);
}

async function one(options: Options, context: Context): Promise<number> {
  refuseOutput(String(options.out), context);
  const given = givenOf(options, context);
  if (!given.value) return tell(given.findings, options, context);
  const { prepared, findings } = await prepare(options, formatsWanted(options), context);
  if (!prepared) return tell(findings, options, context);
  const { shared } = prepared;
  const ordered = orderOf(given.value, shared.template);
  if (!ordered.value) return tell(ordered.findings, options, context);
  const { makePacket, packetName } = await import("../../packet/make.js");
  const { value, messages } = await makePacket(ordered.value, shared);
  const told = messages.map((each) => ({
    file: ordered.placeOf(each, shared.template),
    message: each,
  }));
  if (!value) return tell(told, options, context);
  const name = packetName(ordered.value, shared);
  const found = save(value, safeName(name.value ?? ""), options, context);
  return tell([...told, ...found], options, context);
}

/** Renderings of posts are committed; a packet is somebody's own business. */
function refuseOutput(out: string, { cwd }: Context): void {
  if (out.trim() === "") throw new UsageError("nothing given for --out");
  const [first] = path.relative(cwd, path.resolve(cwd, out)).split(path.sep);
  if (first === "output")
    throw new UsageError("--out is in output, which is for renderings of posts");
}

/** As --format says; else as the ending of --out does; else a PDF. */
function formatsWanted({ format, out }: Options): string {
  if (format !== undefined) return String(format);
  return ENDING.exec(String(out))?.[1]?.toLowerCase() ?? "pdf";
}

const ENDING = /\.(pdf|docx|md|json)$/i;

function save(made: readonly Made[], name: string, options: Options, context: Context): Finding[] {
  const out = String(options.out);
  try {
    const files = filesOf(made, name, out);
    const states = files.map(({ file, bytes, format }) => {
      const full = path.resolve(context.cwd, file);
      makeFolder(path.dirname(full));
      const same = holds(full, bytes);
      if (!same) writeFile(full, bytes, { mode: 0o600 });
      return `${format} ${same ? "unchanged" : "written"}`;
    });
    // The names of files hold names of people: they are not told.
    if (options.quiet !== true) context.out(`${shown(out)}: ${states.join(", ")}\n`);
    return [];
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return [failure(shown(out), "unwritable", error.message)];
  }
}

function filesOf(made: readonly Made[], name: string, out: string) {
  const [first] = made;
  const ending = ENDING.exec(out)?.[1]?.toLowerCase();
  if (ending === undefined)
    return made.map((each) => ({ ...each, file: path.join(out, `${name}.${each.format}`) }));
  if (made.length > 1 || first?.format !== ending)
    throw new UsageError(
      `--out names a .${ending} file, expected a folder for ${made.map(({ format }) => format).join(", ")}`,
    );
  return [{ ...first, file: out }];
}

function tell(findings: Finding[], { quiet }: Options, context: Context): number {
  const outcome = { files: [], findings };
  const reporter = REPORTERS.text(context, { quiet: quiet === true, colour: context.colour });
  reporter.outcome(outcome);
  return exitCode(outcome);
}
