import type { Point } from "./csv-places.js";

/** Tells lines and columns of bytes of a text that comes in pieces, in their order. */
export class Places {
  #kept = Buffer.alloc(0);
  /** Where the first kept byte stands. */
  #from = 0;
  #point: Point = { line: 1, column: 1 };

  add(bytes: Buffer): void {
    this.#kept = Buffer.concat([this.#kept, bytes]);
  }

  /** The place of a byte that is not before the one that was asked for last. */
  at(offset: number): Point {
    const passed = this.#kept.subarray(0, offset - this.#from);
    const lines = passed.toString().split("\n");
    const { line, column } = this.#point;
    const width = lines.at(-1)?.length ?? 0;
    this.#point =
      lines.length > 1
        ? { line: line + lines.length - 1, column: width + 1 }
        : { line, column: column + width };
    this.#kept = this.#kept.subarray(passed.length);
    this.#from += passed.length;
    return this.#point;
  }
}
