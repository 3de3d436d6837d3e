import { execFile } from "node:child_process";

/** What git can't give; the message is a reason for people. */
export class GitError extends Error {}

/** A file as a revision has it. */
export interface Revision {
  /** As git names it ("HEAD~3"); empty: the index, what is staged. */
  revision: string;
  /** From the repository's root, or from the current folder where it begins with "./" or "../". */
  path: string;
}

/** Splits "HEAD~3:source/x.md" at its first colon outside of braces; null: it names no revision. */
export function revisionOf(name: string): Revision | null {
  // A path of Windows.
  if (/^[a-z]:[\\/]/i.test(name)) return null;
  const [, revision, path] = /^((?:\{[^}]*\}|[^:{])*):(.+)$/s.exec(name) ?? [];
  return revision === undefined || path === undefined ? null : { revision, path };
}

/** The bytes of a file of at most `limit` bytes in a revision of the repository around `cwd`. */
export async function readRevision(
  { revision, path }: Revision,
  cwd: string,
  limit: number,
): Promise<Uint8Array> {
  const git = (...args: string[]) => run(args, cwd, limit);
  const told = async (reason: string, ...args: string[]): Promise<string> => {
    const bytes = await git(...args).catch((error: unknown) => {
      throw error instanceof Failed ? new GitError(`${reason}${error.said}`) : error;
    });
    return new TextDecoder().decode(bytes).trim();
  };
  await told("No git repository here", "rev-parse", "--git-dir");
  if (revision !== "") await told(`No revision "${revision}"`, ...verify(`${revision}^{tree}`));
  const where = revision === "" ? "the index" : `"${revision}"`;
  const id = await told(`No file "${path}" in ${where}`, ...verify(`${revision}:${path}`));
  const type = await told("Unreadable", "cat-file", "-t", id);
  if (type !== "blob") throw new GitError(`Expected a file, found a folder in ${where}`);
  const size = Number(await told("Unreadable", "cat-file", "-s", id));
  if (size > limit) throw new GitError(tooLarge(size, limit));
  return git("cat-file", "blob", id);
}

/** The root of the repository around a folder. */
export async function rootOf(cwd: string): Promise<string> {
  const bytes = await run(["rev-parse", "--show-toplevel"], cwd, 65_536).catch((error: unknown) => {
    throw error instanceof Failed ? new GitError(`No git repository here${error.said}`) : error;
  });
  return new TextDecoder().decode(bytes).trim();
}

/** The id of an object; a name that begins with "-" is no option. */
const verify = (name: string): string[] => [
  "rev-parse",
  "--verify",
  "--quiet",
  "--end-of-options",
  name,
];

const tooLarge = (size: number, limit: number): string =>
  `Unexpected size of ${(size / 1024 / 1024).toFixed(1)} MiB, expected at most ${limit / 1024 / 1024} MiB`;

/** What git itself complains of. */
class Failed extends Error {
  constructor(readonly said: string) {
    super();
  }
}

/** Runs git without a shell; it fetches nothing, be a part of the repository elsewhere. */
const run = (args: readonly string[], cwd: string, limit: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const options = { cwd, encoding: "buffer", maxBuffer: limit + 1024, timeout: 60_000 } as const;
    const offline = ["-c", "protocol.allow=never"];
    execFile("git", [...offline, ...args], options, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else if (error.code === ("ENOENT" as unknown)) reject(new GitError("No git on this machine"));
      else reject(new Failed(said(stderr.toString("utf8"))));
    });
  });

/** The first line of git's complaint, in brackets. */
function said(stderr: string): string {
  const line = stderr.split("\n").find((each) => each.trim() !== "");
  return line ? ` (git: ${line.replace(/^(?:fatal|error): /, "").trim()})` : "";
}
