import { beyond } from "./refusal.js";

/** Counts characters that a document makes again and again of what it says once. */
export class Budget {
  #characters = 0;

  constructor(
    private readonly most: number,
    private readonly what: string,
  ) {}

  /** The text, counted. Throws a Refusal where there was too much of it. */
  spend<T extends string>(text: T): T {
    this.#characters += text.length;
    if (this.#characters > this.most) {
      throw beyond(`${this.what} more than ${this.most} characters`);
    }
    return text;
  }
}
