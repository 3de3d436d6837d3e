import { GitError, git, gitBytes, verified } from "./run.js";

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
  const told = async (reason: string, ...args: string[]): Promise<string> =>
    (await git(args, cwd, reason)).trim();
  await told("No git repository here", "rev-parse", "--git-dir");
  if (revision !== "") await told(`No revision "${revision}"`, ...verified(`${revision}^{tree}`));
  const where = revision === "" ? "the index" : `"${revision}"`;
  const id = await told(`No file "${path}" in ${where}`, ...verified(`${revision}:${path}`));
  const type = await told("Unreadable", "cat-file", "-t", id);
  if (type !== "blob") throw new GitError(`Expected a file, found a folder in ${where}`);
  const size = Number(await told("Unreadable", "cat-file", "-s", id));
  if (size > limit) throw new GitError(tooLarge(size, limit));
  return gitBytes(["cat-file", "blob", id], cwd, "Unreadable", limit);
}

const tooLarge = (size: number, limit: number): string =>
  `Unexpected size of ${(size / 1024 / 1024).toFixed(1)} MiB, expected at most ${limit / 1024 / 1024} MiB`;
