import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { attempt, FileError, fileError } from "./error.js";
import { look } from "./look.js";

/** How a file is written. */
export interface WriteOptions {
  /** 0o600 for what is nobody else's business: from the first byte on, whatever stood there before. */
  mode?: number;
  /** The folder for the file while it is not whole, on the same disk; left out: where it will stand. */
  workshop?: string;
}

/**
 * Writes a file atomically: whenever this process or the machine stops, the file is the old one or
 * the new one. A link that stands at its place is replaced, not followed.
 *
 * The work of write-file-atomic is done here, since that puts a cut file into place when the disk
 * fills up half-way: it takes no heed of a short write.
 */
export const writeFile = (file: string, bytes: Uint8Array, options: WriteOptions = {}): void =>
  attempt(() => {
    const { mode, workshop } = options;
    const old = look(fs.lstatSync, file);
    if (old?.isDirectory()) throw new FileError("Expected a file, found a folder");
    const temporary = temporaryFor(workshop ? path.join(workshop, "packet") : file);
    try {
      fs.writeFileSync(temporary, bytes, { flag: "wx", flush: true, ...(mode && { mode }) });
      if (old?.isFile() && !mode) fs.chmodSync(temporary, old.mode & 0o777);
      fs.renameSync(temporary, file);
    } catch (error) {
      fs.rmSync(temporary, { force: true });
      throw error;
    }
  });

/**
 * Writes a file as `writeFile` does, while other work goes on: a disk takes longer to say that it has a
 * file than a packet takes to make, and many such waits at once take no longer than one.
 */
export async function saveFile(
  file: string,
  bytes: Uint8Array,
  { mode, workshop }: Required<WriteOptions>,
): Promise<void> {
  const temporary = temporaryFor(path.join(workshop, "packet"));
  try {
    await fs.promises.writeFile(temporary, bytes, { flag: "wx", flush: true, mode });
    await fs.promises.rename(temporary, file);
  } catch (error) {
    await fs.promises.rm(temporary, { force: true });
    throw fileError(error);
  }
}

/** A name beside a file for what is not whole yet; `sweep` knows it. */
export const temporaryFor = (file: string): string =>
  path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString("hex")}.tmp`);

/** Moves a file into the place of another on the same disk. */
export const moveFile = (from: string, to: string): void => attempt(() => fs.renameSync(from, to));

const TEMPORARY = /^\..+\.[0-9a-f]{12}\.tmp$/;
const ABANDONED_AFTER_MS = 10 * 60 * 1000;

/** Removes what builds that were killed while they wrote have left in a folder. */
export const sweep = (folder: string): void =>
  attempt(() => {
    for (const name of fs.readdirSync(folder).filter((each) => TEMPORARY.test(each))) {
      const file = path.join(folder, name);
      const stat = look(fs.lstatSync, file);
      const age = stat ? Date.now() - stat.mtimeMs : 0;
      if (age > ABANDONED_AFTER_MS) fs.rmSync(file, { force: true });
    }
  });

/** Adds text at the end of a file, which is made where there is none. */
export const appendFile = (file: string, text: string): void =>
  attempt(() => fs.appendFileSync(file, text));
