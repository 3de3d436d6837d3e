import { execFile } from "node:child_process";

/** What git can't give; the message is a reason for people. */
export class GitError extends Error {}

/** More than this (256 MiB) git is not let say by itself. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;
const MAX_MS = 60_000;

/** The repository's own settings that would run programs, or fetch what is elsewhere. */
const SETTINGS = ["core.fsmonitor=false", "protocol.allow=never"].flatMap((each) => ["-c", each]);

/**
 * What git prints, of at most `limit` bytes, run in a folder without a shell. A GitError says `reason`, and
 * what git complained of: "No git repository here (git: not a git repository…)".
 */
export const gitBytes = (
  args: readonly string[],
  cwd: string,
  reason: string,
  limit = MAX_OUTPUT_BYTES,
): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const options = { cwd, encoding: "buffer", maxBuffer: limit, timeout: MAX_MS } as const;
    execFile("git", [...SETTINGS, ...args], options, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else if (error.code === ("ENOENT" as unknown)) reject(new GitError("No git on this machine"));
      else reject(new GitError(`${reason}${complaint(stderr.toString("utf8"))}`));
    });
  });

/** The same as text. */
export const git = async (args: readonly string[], cwd: string, reason: string): Promise<string> =>
  new TextDecoder().decode(await gitBytes(args, cwd, reason));

/** The root of the repository around a folder. */
export const rootOf = async (cwd: string): Promise<string> =>
  (await git(["rev-parse", "--show-toplevel"], cwd, "No git repository here")).replace(
    /\r?\n$/,
    "",
  );

/** What names an object, for `git rev-parse`: a name that begins with "-" is no option. */
export const verified = (name: string): string[] => [
  "rev-parse",
  "--verify",
  "--quiet",
  "--end-of-options",
  name,
];

/** The first line of what git complains of, in brackets. */
function complaint(stderr: string): string {
  const line = stderr.split("\n").find((each) => each.trim() !== "");
  return line ? ` (git: ${line.replace(/^(?:fatal|error): /, "").trim()})` : "";
}
