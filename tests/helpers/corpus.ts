import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "../shared/corpus";

/** Whether the published ladders of other companies are at hand; they are no part of this project. */
export const hasCorpus = existsSync(FOLDER);

/** Their posts: name and path. */
export const corpus: [string, string][] = hasCorpus
  ? readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
      .filter((file) => /\/.*\.(?:md|html)$/.test(file))
      .map((file) => [file, join(FOLDER, file)])
  : [];
