import { createHash } from "node:crypto";
import { foldedName } from "../file-name.js";

/** The names of a batch, each of which one row has. */
export class Names {
  /** Of a name only so much is kept as tells it from others. */
  readonly #taken = new Map<string, number>();

  /** Gives a name to a row; the number of the row that has it already, or null: it has it now. */
  take(name: string, row: number): number | null {
    const key = createHash("sha256").update(foldedName(name)).digest("base64").slice(0, 20);
    const other = this.#taken.get(key);
    if (other === undefined) this.#taken.set(key, row);
    return other ?? null;
  }
}
