import * as path from "node:path";
import type { Message } from "../diagnostics.js";
import { FileError, readFile } from "../files/index.js";
import type { Ladder } from "../model/ladder.js";
import { REPORTERS } from "../report/index.js";
import { exitCode, type Finding } from "../report/report.js";
import { shownFindings } from "./check/shown.js";
import type { Command, Context, Options } from "./command.js";
import { about, failure } from "./findings.js";
import { POST, shown } from "./posts/index.js";
import { epochOf } from "./posts/post.js";
import { sizeLimit } from "./posts/size-limit.js";

/** Prints the ladder of a post or a rendering; of a PDF, says whether it still shows that ladder. */
export const read: Command = {
  name: "read",
  summary: "print the ladder of a post or a rendering as JSON",
  arguments: { name: "<file>", summary: ".md, .markdown, .html, .json, .docx or .pdf" },
  options: [{ flags: "-q, --quiet", summary: "report errors only" }],
  help: "Exit code 0: all well; 1: the file has errors, or a PDF shows other words than its ladder's; 2: it could not be read.",
  async run([name = ""], options, context) {
    const { json, findings } = await ladderOf(name, context);
    if (json !== null) context.out(json);
    return tell(findings, options, context);
  },
};

const PDF = /\.pdf$/i;

async function ladderOf(
  name: string,
  context: Context,
): Promise<{ json: string | null; findings: Finding[] }> {
  const file = shown(name);
  try {
    const bytes = readFile(path.resolve(context.cwd, name), sizeLimit(name));
    const reading = await import("../read/index.js");
    const { ladderJson } = await import("../model/json.js");
    const options = { file: path.basename(file), epoch: epochOf(context) };
    const { value, messages } = await reading.read(bytes, options);
    const findings = messages.map((each) => findingOf(file, each));
    const shown = value && PDF.test(file) ? await compareShown(bytes, value, file, context) : [];
    return { json: value && `${ladderJson(value, 2)}\n`, findings: [...findings, ...shown] };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { json: null, findings: [failure(file, "unreadable", error.message)] };
  }
}

async function compareShown(bytes: Uint8Array, ladder: Ladder, file: string, context: Context) {
  const { compose } = await import("../compose/handbook.js");
  return shownFindings(bytes, { document: compose(ladder) }, file, context);
}

/** A rendering with errors can't be read at all; in a post they are findings. */
const findingOf = (file: string, found: Message): Finding => ({
  ...about(file, found),
  ...(found.fatal === true && !POST.test(file) && { failure: true }),
});

/** Only findings: standard output is the ladder's. */
function tell(findings: Finding[], { quiet }: Options, context: Context): number {
  const outcome = { files: [], findings };
  const reporter = REPORTERS.text(context, { quiet: quiet === true, colour: context.colour });
  reporter.outcome(outcome);
  return exitCode(outcome);
}
