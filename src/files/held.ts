import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { attempt } from "./error.js";
import { look } from "./look.js";

/** True where the file holds exactly these bytes. */
export const holds = (file: string, bytes: Uint8Array): boolean =>
  attempt(() => {
    const stat = look(fs.lstatSync, file);
    return !!stat?.isFile() && stat.size === bytes.length && fs.readFileSync(file).equals(bytes);
  });

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
