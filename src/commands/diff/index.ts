import * as path from "node:path";
import type { Change } from "../../diff/change.js";
import type { DiffFormat } from "../../diff/formats/index.js";
import { writeFile } from "../../files/index.js";
import { nearest } from "../../nearest.js";
import { harmless } from "../../report/harmless.js";
import { REPORTERS } from "../../report/index.js";
import { exitCode, type Finding, type Outcome, type Report } from "../../report/report.js";
import { type Command, type Context, type Options, UsageError } from "../command.js";
import { writing } from "../findings.js";
import { REPORT_OPTIONS, reporterOf } from "../options.js";
import { REDLINE, writeRedline } from "./redline.js";
import { type ReadSide, readSide, sidesOf } from "./side.js";

/** Tells what changed between two ladders, in words of the ladder. */
export const diff: Command = {
  name: "diff",
  summary: "tell what changed between two ladders, in words of the ladder",
  arguments: { name: "<file...>", summary: "two posts, renderings or revisions, or one" },
  options: [
    {
      flags: "-f, --format <format>",
      summary: "text, md, json, or docx: a redline with tracked changes",
      default: "text",
    },
    { flags: "-o, --out <file>", summary: "file for the changes (default: standard output)" },
    { flags: "--author <name>", summary: "who proposes the changes of a docx (default: rungbook)" },
    ...REPORT_OPTIONS,
  ],
  help: `A file is a post, or a rendering as .json, .md, .docx or .pdf; a revision is REV:PATH as git
has it ("HEAD~3:source/post.md", ":source/post.md" for what is staged). One file alone is
compared with what HEAD has of it, one revision alone with the file as it stands now.
Exit code 0: no difference; 1: differences; 2: something could not be read.`,
  async run(names, options, context) {
    const format = await formatOf(String(options.format));
    if (format === REDLINE && options.out === undefined)
      throw new UsageError("expected --out with the name of the docx");
    const start = context.now();
    const [a, b] = await sidesOf(names, context);
    const sides = [await readSide(a, context), await readSide(b, context)] as const;
    const findings = sides.flatMap((side) => side.findings);
    const changes = await changesOf(...sides);
    if (changes === null) return tell({ files: [], findings }, context);
    const ms = context.now() - start;
    const whole = () => reportOf(changes, sides, findings, ms);
    if (options.json === true || options.reporter !== undefined)
      return report(await whole(), options, context);
    // Beside what was asked for: annotations, and the summary of the step.
    if (context.github) reporterOf(options, { ...context, out() {} }).end(await whole());
    const written =
      format === REDLINE
        ? await writeRedline(sides, options, context)
        : await write(changes, format, options, context);
    tell({ files: [], findings: [...findings, ...written] }, context);
    return (
      exitCode({ files: [], findings: [...findings, ...written] }) || Number(changes.length > 0)
    );
  },
};

async function changesOf(a: ReadSide, b: ReadSide): Promise<Change[] | null> {
  if (!a.ladder || !b.ladder) return null;
  const { diff: diffLadders } = await import("../../diff/diff.js");
  return diffLadders(a.ladder, b.ladder);
}

async function formatOf(name: string): Promise<DiffFormat | typeof REDLINE> {
  const { DIFF_FORMATS } = await import("../../diff/formats/index.js");
  if (name === REDLINE) return REDLINE;
  if (Object.hasOwn(DIFF_FORMATS, name)) return name as DiffFormat;
  const all = [...Object.keys(DIFF_FORMATS), REDLINE];
  throw new UsageError(`unknown format "${name}"${nearest(name, all)}, expected ${all.join(", ")}`);
}

/** What there is to say beside the changes, on standard error. */
function tell(outcome: Outcome, context: Context): number {
  const sink = { out: context.err, err: context.err };
  REPORTERS.text(sink, { quiet: false, colour: context.colour }).outcome(outcome);
  return exitCode(outcome);
}

/** The changes as findings, and in Markdown. */
async function reportOf(
  changes: readonly Change[],
  [a, b]: readonly [ReadSide, ReadSide],
  findings: readonly Finding[],
  ms: number,
): Promise<Report> {
  const { diffFindings } = await import("./findings.js");
  const { DIFF_FORMATS } = await import("../../diff/formats/index.js");
  const told = [...findings, ...diffFindings(changes, a, b)];
  const summary = DIFF_FORMATS.md({ changes, colour: false });
  return { command: "diff", posts: 2, files: [], findings: told, summary, ms };
}

function report(whole: Report, options: Options, context: Context): number {
  const reporter = reporterOf(options, context);
  reporter.outcome(whole);
  reporter.end(whole);
  return exitCode(whole);
}

/** Writes the changes in a format; what it returns says why that could not be done. */
async function write(
  changes: readonly Change[],
  format: DiffFormat,
  { out }: Options,
  context: Context,
): Promise<Finding[]> {
  const { DIFF_FORMATS } = await import("../../diff/formats/index.js");
  const colour = context.colour.out && out === undefined;
  const text = DIFF_FORMATS[format]({ changes, colour });
  if (out === undefined) {
    (context.github ? harmless(context) : context).out(text);
    return [];
  }
  const file = path.resolve(context.cwd, String(out));
  return writing(String(out), () => writeFile(file, new TextEncoder().encode(text)));
}
