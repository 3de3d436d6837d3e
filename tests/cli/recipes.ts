import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { CLEAN, CLI, type Run, scratch } from "./run.js";

const README = readFileSync(path.resolve(import.meta.dirname, "../../README.md"), "utf8");

/** The recipe that the README gives for a file: a block of YAML with its name in the first line. */
export function recipe(name: string): string {
  const blocks = README.matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g);
  const found = [...blocks].find(([, file]) => file === name);
  if (!found?.[2]) throw new Error(`the README has no recipe for ${name}`);
  return found[2];
}

/** A step of a job that runs commands. */
export interface Step {
  run: string;
  env?: Record<string, string>;
}

/** The steps of a job of the README's workflow that run commands. */
export function stepsOf(job: string): Step[] {
  const { jobs } = parse(recipe(".github/workflows/ladder.yml"));
  return jobs[job].steps.filter((step: Partial<Step>) => step.run !== undefined);
}

const POST = `# Levels

<table><tbody>
<tr><th scope="row" id="se-l1"><h3>Title</h3><p>Engineer</p></th><td><h3>Scope</h3><ul><li>You test.</li></ul></td></tr>
</tbody></table>
`;

/** A repository with a post and its renderings, as one who follows the README has it, for the running test. */
export class Project {
  readonly folder: string;
  readonly #bin: string;

  constructor() {
    this.folder = scratch();
    this.#bin = shims();
    cpSync(template(), this.folder, { recursive: true });
  }

  /** Changes the post's words. */
  edit(from: string, to: string): void {
    const file = path.join(this.folder, "source/2020-01-01-post.md");
    writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
  }

  commit(subject: string): void {
    this.git("add", "-A");
    this.git("commit", "-q", "-m", subject);
  }

  git(...args: string[]): string {
    const settings = { cwd: this.folder, env: this.#env(), encoding: "utf8" } as const;
    return execFileSync("git", args, settings).trim();
  }

  /** Runs commands as a runner does: by bash, which stops at the first one that fails. */
  sh(commands: string, env: Record<string, string> = {}): Run {
    const settings = {
      cwd: this.folder,
      env: { ...this.#env(), ...env },
      encoding: "utf8",
    } as const;
    const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", commands], settings);
    return { code: status, out: stdout, err: stderr };
  }

  /** Runs commands as a step of GitHub Actions; `summary` is what it adds to the summary. */
  step({ run, env }: Step, more: Record<string, string> = {}): Run & { summary: string } {
    const summary = path.join(scratch({ "summary.md": "" }), "summary.md");
    const actions = {
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: this.folder,
      GITHUB_STEP_SUMMARY: summary,
    };
    const done = this.sh(run, { ...actions, ...env, ...more });
    return { ...done, summary: readFileSync(summary, "utf8") };
  }

  #env = (): Record<string, string | undefined> => envWith(this.#bin);
}

/** What a machine without the services has in place of npm and gh. */
function shims(): string {
  const folder = scratch({
    npm: '#!/bin/sh\ntest "$1" = ci\n',
    npx: '#!/bin/sh\nexec "./node_modules/.bin/$@"\n',
    gh: readFileSync(path.join(import.meta.dirname, "gh.sh")),
  });
  for (const name of ["npm", "npx", "gh"]) chmodSync(path.join(folder, name), 0o755);
  return folder;
}

function envWith(bin: string): Record<string, string | undefined> {
  const author = { GIT_AUTHOR_NAME: "Ann", GIT_AUTHOR_EMAIL: "ann@example.org" };
  const committer = { GIT_COMMITTER_NAME: "Ann", GIT_COMMITTER_EMAIL: "ann@example.org" };
  const alone = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", LC_ALL: "C" };
  const PATH = `${bin}${path.delimiter}${process.env.PATH}`;
  return { ...process.env, ...CLEAN, ...author, ...committer, ...alone, PATH };
}

let made: string | undefined;

/** The project before anything happens to it, made once. */
function template(): string {
  if (made) return made;
  const cli = `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`;
  const files = {
    "source/2020-01-01-post.md": POST,
    ".gitignore": "node_modules\n",
    "node_modules/.bin/rungbook": cli,
  };
  const folder = scratch(files, (remove) => process.once("exit", remove));
  chmodSync(path.join(folder, "node_modules/.bin/rungbook"), 0o755);
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { cwd: folder, env: envWith(path.dirname(process.execPath)) });
  run(process.execPath, CLI, "build", "--format", "md,json", "--quiet");
  run("git", "init", "-q", "-b", "main");
  run("git", "add", "-A");
  run("git", "commit", "-q", "-m", "first");
  made = folder;
  return folder;
}
