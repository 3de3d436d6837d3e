import { execFile } from "node:child_process";

/** What git can't give; the message is a reason for people. */
export class GitError extends Error {}

/** More than this (256 MiB) git is not let say. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;
const MAX_MS = 60_000;

/** The repository's own settings that would run programs, or fetch what is elsewhere. */
const SETTINGS = ["core.fsmonitor=false", "protocol.allow=never"].flatMap((each) => ["-c", each]);

/**
 * What git prints, run in a folder without a shell. A GitError says `reason`, and what git complained of:
 * "No git repository here (git: not a git repository…)".
 */
export const git = (args: readonly string[], cwd: string, reason: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = {
      cwd,
      encoding: "utf8",
      maxBuffer: MAX_OUTPUT_BYTES,
      timeout: MAX_MS,
    } as const;
    execFile("git", [...SETTINGS, ...args], options, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else if (error.code === ("ENOENT" as unknown)) reject(new GitError("No git on this machine"));
      else reject(new GitError(`${reason}${complaint(stderr)}`));
    });
  });

/** The first line of what git complains of, in brackets. */
function complaint(stderr: string): string {
  const line = stderr.split("\n").find((each) => each.trim() !== "");
  return line ? ` (git: ${line.replace(/^(?:fatal|error): /, "").trim()})` : "";
}
