import * as fs from "node:fs";
import * as path from "node:path";
import { attempt } from "./error.js";
import { kindOf } from "./look.js";

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The names of the files right in a folder, hidden ones left out, sorted by code unit. */
export const listFiles = (folder: string): string[] =>
  attempt(() =>
    fs
      .readdirSync(folder)
      .filter((name) => !name.startsWith(".") && kindOf(path.join(folder, name)) !== "folder")
      .sort(byCodeUnit),
  );

/** Makes a folder, and those above it, where there is none; 0o700 as its mode keeps others out. */
export const makeFolder = (folder: string, mode = 0o777): void => {
  if (kindOf(folder) === "folder") return;
  // Not mkdir's own "recursive": where a file system takes no folders (/proc) it never ends.
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  attempt(() => fs.mkdirSync(folder, { mode }));
};

/** Removes a folder and all that is in it, where it is there. */
export const removeFolder = (folder: string): void =>
  attempt(() => fs.rmSync(folder, { recursive: true, force: true }));
