import * as path from "node:path";
import { git, rootOf, verified } from "./run.js";

/** The files of a repository that are not, in the working tree, what they were in a revision. */
export class Changes {
  readonly #root: string;
  readonly #tracked: ReadonlySet<string>;
  readonly #changed: ReadonlySet<string>;

  /** `tracked` and `changed` are paths from the root, as git gives them. */
  constructor(root: string, tracked: readonly string[], changed: readonly string[]) {
    this.#root = root;
    this.#tracked = new Set(tracked);
    this.#changed = new Set(changed);
  }

  /** True for an absolute path whose file changed, came or went, and for one that git does not know. */
  has(file: string): boolean {
    const name = path.relative(this.#root, file).split(path.sep).join("/");
    return this.#changed.has(name) || !this.#tracked.has(name);
  }

  /** True where a file of such a name below a folder changed, came or went. */
  hasBelow(folder: string, names: RegExp): boolean {
    const above = `${path.resolve(folder)}${path.sep}`;
    return [...this.#changed].some(
      (name) => names.test(name) && path.resolve(this.#root, name).startsWith(above),
    );
  }
}

/**
 * What changed between a revision and the working tree around `cwd`, be it committed, staged or neither. A
 * GitError: no git, no repository, no such revision.
 */
export async function changedSince(revision: string, cwd: string): Promise<Changes> {
  const root = await rootOf(cwd);
  const id = await idOf(revision, root);
  const compare = ["--name-only", "-z", "--no-renames", "--no-relative", "--no-ext-diff"];
  const [changed, tracked, added] = await Promise.all([
    git(["diff", ...compare, id, "--"], root, `Can't compare with "${revision}"`),
    git(["ls-files", "-z"], root, UNLISTED),
    git(["ls-files", "-z", "--others", "--exclude-standard"], root, UNLISTED),
  ]);
  return new Changes(root, names(tracked), [...names(changed), ...names(added)]);
}

const UNLISTED = "Can't list the files of the repository";

/** A commit's id; a revision that begins with "-" is no option. */
async function idOf(revision: string, root: string): Promise<string> {
  const shallow = await git(["rev-parse", "--is-shallow-repository"], root, "Unreadable");
  const hint = shallow.trim() === "true" ? ": the clone is shallow, fetch it whole" : "";
  const reason = `No revision "${revision}"${hint}`;
  return (await git(verified(`${revision}^{commit}`), root, reason)).trim();
}

const names = (list: string): string[] => list.split("\0").filter((each) => each !== "");
