import { createHash } from "node:crypto";
import type { Finding } from "../report.js";

/**
 * What tells a finding from others in the next version of a post, too: its rule, its files and its words, not
 * its line. The name is the one that GitHub's code scanning looks at, the form that of its own tools.
 */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  /** The fingerprint of a finding in a file, given as a path from the root; equal ones are numbered. */
  of({ file, message }: Finding, at: string): { primaryLocationLineHash: string } {
    const { ruleId, reason, actual, expected } = message;
    const words = [ruleId, at, fileName(file), withoutPlaces(reason), actual, expected];
    const hash = createHash("sha256").update(JSON.stringify(words)).digest("hex").slice(0, 16);
    const count = (this.#seen.get(hash) ?? 0) + 1;
    this.#seen.set(hash, count);
    return { primaryLocationLineHash: `${hash}:${count}` };
  }
}

/** A job may run in any folder of the repository. */
const fileName = (file: string): string => file.slice(file.lastIndexOf("/") + 1);

/** "also at 12:3" moves when a line is added above. */
const withoutPlaces = (reason: string): string => reason.replace(/\b\d+:\d+\b/g, "");
