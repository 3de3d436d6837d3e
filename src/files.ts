import { createHash, randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";

/** A file or folder that can't be used; the message is a reason for people, without the path. */
export class FileError extends Error {}

const REASONS: Record<string, string> = {
  EACCES: "Permission denied",
  EPERM: "Permission denied",
  EROFS: "Permission denied: the file system is read-only",
  ENOENT: "No such file or folder",
  ENOTDIR: "Expected a folder, found a file on the way there",
  EISDIR: "Expected a file, found a folder",
  EEXIST: "Expected a folder, found a file",
  ENOSPC: "No space left on the disk",
  EDQUOT: "No space left: the quota is used up",
  ENAMETOOLONG: "The file's name is too long",
  ELOOP: "Symbolic links that lead in a circle",
  EMFILE: "Too many open files",
  MODULE_NOT_FOUND: "No such file in the installed packages",
  ERR_PACKAGE_PATH_NOT_EXPORTED: "No such file in the installed packages",
};

/** Runs work on the file system; its errors become a FileError. */
function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fileError(error);
  }
}

/** An error of the file system as a FileError; any other one as it is. */
export function fileError(error: unknown): unknown {
  const known = error instanceof Error && "code" in error && !(error instanceof FileError);
  return known ? new FileError(REASONS[String(error.code)] ?? `System error ${error.code}`) : error;
}

const NOTHING_THERE = ["ENOENT", "ENOTDIR"];

/** What `stat` or `lstat` tells of a path; null: nothing is there. */
function look(stat: typeof fs.statSync, file: string): fs.Stats | null {
  try {
    return stat(file);
  } catch (error) {
    if (NOTHING_THERE.includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}

/** What stands at a path, links followed; null: nothing does. */
export const kindOf = (file: string): "file" | "folder" | "other" | null =>
  attempt(() => {
    const stat = look(fs.statSync, file);
    if (!stat) return null;
    if (stat.isFile()) return "file";
    return stat.isDirectory() ? "folder" : "other";
  });

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The names of the files right in a folder, hidden ones left out, sorted by code unit. */
export const listFiles = (folder: string): string[] =>
  attempt(() =>
    fs
      .readdirSync(folder)
      .filter((name) => !name.startsWith(".") && kindOf(path.join(folder, name)) !== "folder")
      .sort(byCodeUnit),
  );

/** Tells what a path leads to from other files; null: nothing is there. */
export const identityOf = (file: string): string | null =>
  attempt(() => identity(look(fs.statSync, file)));

/** Tells what stands right at a path, be it a link, from other files; null: nothing is there. */
export const identityAt = (file: string): string | null =>
  attempt(() => identity(look(fs.lstatSync, file)));

const identity = (stat: fs.Stats | null) => stat && `${stat.dev}:${stat.ino}`;

/** Where a path leads, links followed; null: nothing is there. */
export const realPathOf = (file: string): string | null =>
  attempt(() => (look(fs.statSync, file) ? fs.realpathSync(file) : null));

/** The bytes of a regular file of at most `limit` bytes. */
export const readFile = (file: string, limit: number): Uint8Array =>
  attempt(() => {
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
    if (!isBelow(folder, path.resolve(folder, name))) throw new FileError("Outside its folder");
    const real = fs.realpathSync(path.resolve(folder, name));
    if (!isBelow(fs.realpathSync(folder), real)) throw new FileError("A link out of its folder");
    return readFile(real, limit);
  });

function isBelow(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== "" && relative.split(path.sep)[0] !== ".." && !path.isAbsolute(relative);
}

/** Makes a folder, and those above it, where there is none; 0o700 as its mode keeps others out. */
export const makeFolder = (folder: string, mode = 0o777): void => {
  if (kindOf(folder) === "folder") return;
  // Not mkdir's own "recursive": where a file system takes no folders (/proc) it never ends.
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  attempt(() => fs.mkdirSync(folder, { mode }));
};

/** True where the file holds exactly these bytes. */
export const holds = (file: string, bytes: Uint8Array): boolean =>
  attempt(() => {
    const stat = look(fs.lstatSync, file);
    return !!stat?.isFile() && stat.size === bytes.length && fs.readFileSync(file).equals(bytes);
  });

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

const temporaryFor = (file: string): string =>
  path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString("hex")}.tmp`);

/** Moves a file into the place of another on the same disk. */
export const moveFile = (from: string, to: string): void => attempt(() => fs.renameSync(from, to));

/** True where the file holds bytes of this SHA-256, and nobody else may read it. */
export const holdsHash = (file: string, sha256: string): boolean =>
  attempt(() => {
    const stat = look(fs.lstatSync, file);
    return !!stat && (stat.mode & 0o077) === 0 && hashOfFile(file) === sha256;
  });

/** The SHA-256 of a file; null: there is none. */
export const hashOfFile = (file: string): string | null =>
  attempt(() => {
    if (!look(fs.lstatSync, file)?.isFile()) return null;
    return createHash("sha256").update(fs.readFileSync(file)).digest("hex");
  });

/** Removes a folder and all that is in it, where it is there. */
export const removeFolder = (folder: string): void =>
  attempt(() => fs.rmSync(folder, { recursive: true, force: true }));

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

/** Adds text at the end of a file, which is made where there is none. */
export const appendFile = (file: string, text: string): void =>
  attempt(() => fs.appendFileSync(file, text));

/** The size of a file in bytes; 0 where there is none. */
export const sizeOf = (file: string): number => attempt(() => look(fs.statSync, file)?.size ?? 0);

/** A file to which lines are added, one after the other. */
export class LineFile {
  #file: number | null;

  /** Opens a file of mode 0600 to add to it, made where there is none. */
  constructor(file: string) {
    this.#file = attempt(() => fs.openSync(file, "a", 0o600));
  }

  /** Adds a line: a process that is killed has written it whole, or a part of it as the last one. */
  add(line: string): void {
    const file = this.#file;
    if (file !== null) attempt(() => fs.appendFileSync(file, `${line}\n`));
  }

  /** What was written is on the disk, and no more can be. */
  close(): void {
    const file = this.#file;
    this.#file = null;
    if (file === null) return;
    attempt(() => {
      fs.fsyncSync(file);
      fs.closeSync(file);
    });
  }
}

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

/**
 * The bytes of a file in an installed package ("@scope/name/file.ttf"), be it installed for this
 * program or for the project in whose folder it runs; null where it is not.
 */
export const readPackageFile = (name: string): Uint8Array | null =>
  attempt(() => {
    const file = packageFile(import.meta.url, name) ?? packageFile(path.resolve("_"), name);
    return file === null ? null : fs.readFileSync(file);
  });

/** Where a package's file stands, sought in the folders of packages from a file upwards. */
function packageFile(from: string, name: string): string | null {
  try {
    return createRequire(from).resolve(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

const packages = createRequire(import.meta.url);

/** The ICC profile of sRGB, as pdfkit brings it: beside its code, since it exports no more. */
export const readProfile = (): Uint8Array =>
  attempt(() => {
    const folder = path.dirname(packages.resolve("pdfkit"));
    return fs.readFileSync(path.join(folder, "data/sRGB_IEC61966_2_1.icc"));
  });

/** Where the folder of a file of this package is: "templates/themes/default.yaml". */
export const ownFolder = (name: string): string =>
  attempt(() => path.dirname(packages.resolve(`rungbook/${name}`)));
