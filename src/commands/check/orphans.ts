import * as path from "node:path";
import { message } from "../../diagnostics.js";
import { FileError, kindOf, listFiles } from "../../files/index.js";
import type { FileReport, Outcome } from "../../report/report.js";
import type { Context } from "../command.js";
import { failure } from "../findings.js";
import { shown } from "../posts/index.js";
import type { Post } from "../posts/post.js";
import type { Target } from "../work/target.js";

/** Renderings whose post is gone. */
export function orphans(posts: readonly Post[], target: Target, { cwd }: Context): Outcome {
  const folder = path.resolve(cwd, target.out);
  // A post that can't be read has no slug: which files are its own, nobody knows.
  if (posts.some(({ slug }) => slug === null)) return { files: [], findings: [] };
  try {
    const names = kindOf(folder) === "folder" ? listFiles(folder) : [];
    const known = new Set(posts.map(({ slug }) => slug));
    const own = new Set(posts.map((post) => path.resolve(cwd, post.path)));
    const found = names
      .filter((name) => !own.has(path.join(folder, name)))
      .map((name) => path.parse(name))
      .filter(({ name }) => !known.has(name));
    const files = target.formats.flatMap((format) =>
      found
        .filter(({ ext }) => ext === `.${format}`)
        .map(({ base }) => orphan(shown(path.join(target.out, base)), format)),
    );
    return { files, findings: [] };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const findings = [failure(shown(target.out), "unreadable", error.message)];
    return { files: [], findings };
  }
}

function orphan(file: string, format: string): FileReport {
  const found = message("error", "orphaned", "No post gives this file: remove it");
  const findings = [{ file, message: found }];
  return { path: file, post: null, format, state: "orphaned", bytes: null, ms: null, findings };
}
