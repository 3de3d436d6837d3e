import * as fs from "node:fs";
import * as path from "node:path";
import { attempt, FileError, fileError } from "./error.js";
import { noteRead } from "./traced.js";

/** The bytes of a regular file of at most `limit` bytes. */
export const readFile = (file: string, limit: number): Uint8Array =>
  attempt(() => {
    noteRead(path.resolve(file));
    // A pipe or a device would block here, or never end.
    checkFile(fs.statSync(file), limit);
    return fs.readFileSync(file);
  });

function checkFile(stat: fs.Stats, limit: number): void {
  if (stat.isDirectory()) throw new FileError("Expected a file, found a folder");
  if (!stat.isFile()) throw new FileError("Expected a regular file, found a device or a pipe");
  if (stat.size > limit) throw new FileError(tooLarge(stat.size, limit));
}

const tooLarge = (size: number, limit: number): string =>
  `Unexpected size of ${(size / 1024 / 1024).toFixed(1)} MiB, expected at most ${limit / 1024 / 1024} MiB`;

/** The bytes of a file below a folder; a path that leaves it, by ".." or by a link, is an error. */
export const readInside = (folder: string, name: string, limit: number): Uint8Array =>
  attempt(() => {
    const file = path.resolve(folder, name);
    if (!isBelow(folder, file)) throw new FileError("Outside its folder");
    noteRead(file);
    const real = fs.realpathSync(file);
    if (!isBelow(fs.realpathSync(folder), real)) throw new FileError("A link out of its folder");
    return readFile(real, limit);
  });

/** Whether a path is that of something below a folder. */
export function isBelow(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== "" && relative.split(path.sep)[0] !== ".." && !path.isAbsolute(relative);
}

/** The bytes of a regular file of at most `limit` bytes, piece by piece. */
export async function* streamFile(file: string, limit: number): AsyncGenerator<Buffer> {
  try {
    // Before it is opened: a pipe would block.
    checkFile(await fs.promises.stat(file), limit);
    yield* fs.createReadStream(file);
  } catch (error) {
    throw fileError(error);
  }
}
