import * as path from "node:path";
import { FileError, readFile } from "../../files/index.js";
import { MAX_RENDERING_BYTES } from "../../limits.js";
import type { Merged } from "../../merge/index.js";
import type { Favour } from "../../merge/three-way/index.js";
import type { Ladder } from "../../model/ladder.js";
import type { Edited } from "../../read/docx/edited.js";
import { encodedLike } from "../../read/post/text.js";
import { exitCode, type Finding } from "../../report/report.js";
import { type Command, type Context, type Options, UsageError } from "../command.js";
import { about, failure, writing } from "../findings.js";
import { choosePosts, type PostFile, SOURCE, shown } from "../posts/index.js";
import { type Post, readPostFile, savePost } from "../posts/post.js";
import { mergeFindings, type Told, tellMerge } from "./report.js";

/** How tracked changes are taken. */
const CHANGES = ["accept", "reject", "ask-in-report"] as const;

/** Brings the edits in a Word file back into its post. */
export const merge: Command = {
  name: "merge",
  summary: "bring the edits in a Word file back into its post",
  arguments: { name: "<edited.docx>", summary: "a DOCX rendering that was edited" },
  options: [
    {
      flags: "--into <post>",
      summary: "the post (default: the one in source that the file was made from)",
    },
    {
      flags: "--changes <how>",
      summary: "tracked changes: accept, reject, or ask-in-report (leave them out, and tell each)",
      default: "accept",
    },
    { flags: "--theirs", summary: "in a conflict, take the words of the Word file" },
    { flags: "--ours", summary: "in a conflict, keep the words of the post" },
    {
      flags: "--keep-autocorrect",
      summary: "take quotes, dashes and spaces that Word has corrected for edits too",
    },
    { flags: "-n, --dry-run", summary: "tell what would change, and write nothing" },
    { flags: "--json", summary: "report as one JSON object" },
  ],
  help: `Exit code 0: all edits are in the post; 1: conflicts (then nothing is written), or edits
that a post can't be given; 2: a file could not be read or written.`,
  async run([name = ""], options, context) {
    const told = await mergeFile(name, optionsOf(options), context);
    tellMerge(told, options.json === true, context);
    return exitCode({ files: [], findings: told.findings });
  },
};

interface MergeOptions {
  into: string | null;
  changes: (typeof CHANGES)[number];
  favour: Favour;
  keepAutocorrect: boolean;
  dryRun: boolean;
}

function optionsOf(options: Options): MergeOptions {
  const changes = CHANGES.find((each) => each === options.changes);
  if (!changes)
    throw new UsageError(`unknown --changes "${options.changes}", expected ${CHANGES.join(", ")}`);
  if (options.theirs && options.ours) throw new UsageError("--theirs and --ours can't both be");
  return {
    into: options.into === undefined ? null : String(options.into),
    changes,
    favour: options.theirs ? "theirs" : options.ours ? "ours" : null,
    keepAutocorrect: options.keepAutocorrect === true,
    dryRun: options.dryRun === true,
  };
}

async function mergeFile(name: string, options: MergeOptions, context: Context): Promise<Told> {
  const file = shown(name);
  const findings: Finding[] = [];
  const nothing = { file, post: null, merged: null, before: "", written: false, findings };
  const edited = await readEditedFile(name, file, options, context, findings);
  if (!edited) return nothing;
  const chosen = postFor(edited, options.into, file, context);
  if ("message" in chosen) return { ...nothing, findings: [...findings, chosen] };
  const post = await readPostFile(chosen, context);
  findings.push(...post.findings.filter(({ message }) => message.fatal === true));
  if (!post.ladder) return { ...nothing, post: post.path };
  return mergeInto(edited, post, post.ladder, options, { ...nothing, post: post.path }, context);
}

async function readEditedFile(
  name: string,
  file: string,
  { changes }: MergeOptions,
  context: Context,
  findings: Finding[],
): Promise<Edited | null> {
  try {
    const bytes = readFile(path.resolve(context.cwd, name), MAX_RENDERING_BYTES);
    const { readEdited } = await import("../../read/docx/edited.js");
    const how = changes === "accept" ? "accept" : "reject";
    const { value, messages } = readEdited(bytes, { changes: how });
    for (const message of messages)
      findings.push({ ...about(file, message), ...(message.fatal === true && { failure: true }) });
    return value;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    findings.push(failure(file, "unreadable", error.message));
    return null;
  }
}

/** The post that is named; else the one in the source folder that the file says it was made from. */
function postFor(
  { origin }: Edited,
  into: string | null,
  file: string,
  context: Context,
): PostFile | Finding {
  if (into !== null) return { path: shown(into), folder: null };
  const { posts } = choosePosts([], context);
  const found = posts.find((post) => path.basename(post.path) === origin?.file);
  if (found) return found;
  const reason = origin
    ? `Unexpected lack of ${SOURCE}/${origin.file}, which the file was made from, expected the post's name after --into`
    : "Unexpected DOCX that does not say which post it was made from, expected the post's name after --into";
  return failure(file, "no-post", reason);
}

async function mergeInto(
  edited: Edited,
  post: Post,
  ladder: Ladder,
  options: MergeOptions,
  told: Told,
  context: Context,
): Promise<Told> {
  const { merge: mergeLadders } = await import("../../merge/index.js");
  const { decode } = await import("../../read/post/text.js");
  const before = decode(post.bytes).text ?? "";
  const { startOf } = await import("../../merge/redlined.js");
  const merged = mergeLadders({
    ...startOf(edited, ladder),
    ours: { ladder, text: before, file: path.basename(post.path) },
    favour: options.favour,
    keepAutocorrect: options.keepAutocorrect,
  });
  const findings = [
    ...told.findings,
    ...mergeFindings(merged, edited, { file: told.file, post: post.path, ...options }),
  ];
  const now = { ...told, findings, merged, before };
  if (merged.text === null || merged.text === before || options.dryRun) return now;
  return written(merged, post, now, context);
}

function written({ text }: Merged, post: Post, told: Told, { cwd }: Context): Told {
  const bytes = encodedLike(post.bytes, text ?? "");
  const failures = writing(post.path, () => savePost(post.path, bytes, cwd));
  return {
    ...told,
    written: failures.length === 0,
    findings: [...told.findings, ...failures],
  };
}
