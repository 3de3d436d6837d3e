import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { onTestFinished } from "vitest";

/** The bundle that users run. */
export const CLI = path.resolve(import.meta.dirname, "../../dist/cli.js");

/** The post that the project is built around. */
export const SEED = path.resolve(
  import.meta.dirname,
  "../../source/2019-12-17-engineering-job-ladder.md",
);

/** What a run of the command line gave. */
export interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Settings from outside that a run under test must not inherit. */
export const CLEAN = {
  FORCE_COLOR: undefined,
  NO_COLOR: undefined,
  SOURCE_DATE_EPOCH: undefined,
  RUNGBOOK_DEBUG: undefined,
  GITHUB_ACTIONS: undefined,
  GITHUB_WORKSPACE: undefined,
  GITHUB_STEP_SUMMARY: undefined,
};

/** Runs `rungbook` in a folder. */
export function rungbook(
  cwd: string,
  args: readonly string[],
  options: { env?: Record<string, string>; timeout?: number; node?: string } = {},
): Run {
  const settings: SpawnSyncOptionsWithStringEncoding = {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...CLEAN, ...options.env },
    timeout: options.timeout ?? 60_000,
    maxBuffer: 256 * 1024 * 1024,
  };
  const { status, stdout, stderr, error } = spawnSync(
    options.node ?? process.execPath,
    [CLI, ...args],
    settings,
  );
  if (error) throw error;
  return { code: status, out: stdout, err: stderr };
}

/** A folder of its own for the running test, with these files; it is gone afterwards. */
export function scratch(
  files: Record<string, string | Uint8Array> = {},
  done = onTestFinished,
): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "rungbook-")));
  done(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}
