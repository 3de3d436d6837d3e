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
export function attempt<T>(work: () => T): T {
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
