import { areStill, type Stamps, traced } from "../../files/index.js";

/** What work gave: done again only when a file that it read has changed, or what it was given. */
export class Remembered<T> {
  #value: T | undefined;
  #read: Stamps | null = null;
  #given: readonly unknown[] = [];

  /** The files that it read or looked for, by their absolute paths. */
  get files(): Iterable<string> {
    return this.#read?.keys() ?? [];
  }

  /** What the work gives, and whether it was done anew. Values are given that it depends on. */
  async get(
    work: () => Promise<T>,
    ...given: readonly unknown[]
  ): Promise<{ value: T; isNew: boolean }> {
    const same = given.every((each, index) => each === this.#given[index]);
    if (same && this.#read && areStill(this.#read)) {
      return { value: this.#value as T, isNew: false };
    }
    const { value, read } = await traced(work);
    [this.#value, this.#read, this.#given] = [value, read, given];
    return { value, isNew: true };
  }
}
