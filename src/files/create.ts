import * as fs from "node:fs";
import * as path from "node:path";
import { attempt, FileError } from "./error.js";
import { makeFolder } from "./folder.js";
import { kindOf } from "./look.js";
import { isBelow } from "./read.js";
import { temporaryFor } from "./write.js";

/**
 * Makes a file below a folder where nothing stands yet, whole or not at all; false: something stands
 * there, be it a link to nowhere, and is left. A link that leads out of the folder is an error.
 */
export const createInside = (folder: string, name: string, bytes: Uint8Array): boolean =>
  attempt(() => {
    const file = path.resolve(folder, name);
    const parent = path.dirname(file);
    const real = path.join(fs.realpathSync(nearest(parent)), "_");
    if (!isBelow(fs.realpathSync(folder), real)) throw new FileError("A link out of its folder");
    makeFolder(parent);
    const temporary = temporaryFor(file);
    try {
      fs.writeFileSync(temporary, bytes, { flag: "wx", flush: true });
      return linked(temporary, file);
    } finally {
      fs.rmSync(temporary, { force: true });
    }
  });

/** The folder itself, or the nearest one above it that is there. */
const nearest = (folder: string): string =>
  kindOf(folder) === null ? nearest(path.dirname(folder)) : folder;

/** Gives a file its name unless another has it: what renaming would overwrite, linking does not. */
function linked(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
