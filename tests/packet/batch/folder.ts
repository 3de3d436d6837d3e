import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import * as path from "node:path";

/** SHA-256 of each file in a folder and in those below it, by their paths. */
export function hashesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    pathsIn(folder)
      .filter((file) => statSync(file).isFile())
      .map((file) => [
        path.relative(folder, file),
        createHash("sha256").update(readFileSync(file)).digest("hex"),
      ]),
  );
}

/** All that stands in a folder and below it, hidden ones too. */
export const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => path.join(folder, name));

/** The lines of a manifest that are whole. */
export const linesOf = (manifest: string): Record<string, unknown>[] =>
  readFileSync(manifest, "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
