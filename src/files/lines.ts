import * as fs from "node:fs";
import { attempt } from "./error.js";

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
