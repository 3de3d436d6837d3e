import type { Plan } from "../plan.js";

/** A change that there is no way to write into the post. */
export class Unwritable extends Error {
  constructor(
    readonly plan: Plan,
    why: string,
  ) {
    super(why);
  }
}
