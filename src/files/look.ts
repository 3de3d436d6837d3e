import * as fs from "node:fs";
import { attempt, FileError } from "./error.js";

const NOTHING_THERE = ["ENOENT", "ENOTDIR"];

/** What `stat` or `lstat` tells of a path; null: nothing is there. */
export function look(stat: typeof fs.statSync, file: string): fs.Stats | null {
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

/** The same for a glance: null also where nobody may look. Who reads or writes there is told why. */
export const kindSeen = (file: string): ReturnType<typeof kindOf> => seen(() => kindOf(file));

function seen<T>(work: () => T | null): T | null {
  try {
    return attempt(work);
  } catch (error) {
    if (error instanceof FileError) return null;
    throw error;
  }
}

/** Tells what a path leads to from other files; null: nothing is seen there. */
export const identityOf = (file: string): string | null =>
  seen(() => identity(look(fs.statSync, file)));

/** Tells what stands right at a path, be it a link, from other files; null: nothing is seen there. */
export const identityAt = (file: string): string | null =>
  seen(() => identity(look(fs.lstatSync, file)));

const identity = (stat: fs.Stats | null) => stat && `${stat.dev}:${stat.ino}`;

/** Tells a file from what stood there before it was written, or replaced; null: nothing is there. */
export const stampOf = (file: string): string | null =>
  attempt(() => {
    const stat = look(fs.statSync, file);
    return stat && [stat.dev, stat.ino, stat.size, stat.mtimeMs, stat.ctimeMs].join(":");
  });

/** Where a path leads, links followed; null: nothing is seen there. */
export const realPathOf = (file: string): string | null =>
  seen(() => (look(fs.statSync, file) ? fs.realpathSync(file) : null));

/** The size of a file in bytes; 0 where there is none. */
export const sizeOf = (file: string): number => attempt(() => look(fs.statSync, file)?.size ?? 0);
