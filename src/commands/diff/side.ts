import * as path from "node:path";
import { FileError, kindSeen, readFile } from "../../files/index.js";
import { type Revision, readRevision, revisionOf } from "../../git/revision.js";
import { GitError, rootOf } from "../../git/run.js";
import type { Ladder } from "../../model/ladder.js";
import type { Finding } from "../../report/report.js";
import { shownFindings } from "../check/shown.js";
import { type Context, UsageError } from "../command.js";
import { about, failure } from "../findings.js";
import { shown } from "../posts/index.js";
import { epochOf } from "../posts/post.js";
import { sizeLimit } from "../posts/size-limit.js";

/** Where one side of a comparison is: a file, or a file in a revision. */
export type SideName = { file: string } | Revision;

/** One side of a comparison. */
export interface ReadSide {
  /** As messages show it. */
  name: string;
  /** False where it is a revision: messages about it can't be shown at its lines. */
  isFile: boolean;
  /** Null: it could not be read, and the findings say why. */
  ladder: Ladder | null;
  findings: Finding[];
}

/** Both sides of what is named; one name is compared with what became of it since. */
export async function sidesOf(
  names: readonly string[],
  context: Context,
): Promise<[SideName, SideName]> {
  const [a, b, ...more] = names;
  if (a === undefined || more.length > 0)
    throw new UsageError("expected two files or revisions to compare, or one");
  const first = sideName(a, context);
  if (b !== undefined) return [first, sideName(b, context)];
  if ("file" in first) return [{ revision: "HEAD", path: fromHere(first.file, context) }, first];
  return [first, { file: await inFolder(first, context) }];
}

/** A file that is there is that file, whatever its name; else "HEAD~3:source/x.md" is a revision. */
function sideName(name: string, { cwd }: Context): SideName {
  if (kindSeen(path.resolve(cwd, name)) !== null) return { file: name };
  return revisionOf(name) ?? { file: name };
}

/** A file's path for git: relative to the current folder, with "/". */
const fromHere = (file: string, { cwd }: Context): string =>
  `./${path.relative(cwd, path.resolve(cwd, file)).split(path.sep).join("/")}`;

/** The file that a revision's path names in the folder. */
async function inFolder({ path: file }: Revision, { cwd }: Context): Promise<string> {
  if (/^\.\.?\//.test(file)) return file;
  const root = await rootOf(cwd).catch((error: unknown) => {
    if (error instanceof GitError) return cwd;
    throw error;
  });
  return path.relative(cwd, path.resolve(root, file));
}

/** Reads one side. */
export async function readSide(side: SideName, context: Context): Promise<ReadSide> {
  const file = "file" in side ? side.file : side.path;
  const name = "file" in side ? shown(file) : `${side.revision}:${file}`;
  try {
    const bytes = await bytesOf(side, context);
    const { read } = await import("../../read/index.js");
    const options = { file: harmless(path.basename(file)), epoch: epochOf(context) };
    const { value, messages } = await read(bytes, options);
    const errors = messages.filter(({ fatal }) => fatal === true);
    const findings = errors.map((each): Finding => ({ ...about(name, each), failure: true }));
    const isPdf = value && /\.pdf$/i.test(file);
    const { compose } = await import("../../compose/handbook.js");
    const other = isPdf
      ? await shownFindings(bytes, { document: compose(value) }, name, context)
      : [];
    const ladder = findings.length > 0 ? null : value;
    return { name, isFile: "file" in side, ladder, findings: [...findings, ...other] };
  } catch (error) {
    if (!(error instanceof FileError || error instanceof GitError)) throw error;
    return {
      name,
      isFile: "file" in side,
      ladder: null,
      findings: [failure(name, "unreadable", error.message)],
    };
  }
}

/** A file's name, of which only the date at its start and its extension say anything here. */
const harmless = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, "-");

async function bytesOf(side: SideName, { cwd }: Context): Promise<Uint8Array> {
  if ("file" in side) return readFile(path.resolve(cwd, side.file), sizeLimit(side.file));
  return readRevision(side, cwd, sizeLimit(side.path));
}
