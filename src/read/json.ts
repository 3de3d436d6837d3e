import { message, type Result } from "../diagnostics.js";
import type { Ladder } from "../model/ladder.js";
import * as schema from "../model/schema/index.js";

/** More complaints than this about one file help nobody. */
const MAX_ISSUES = 10;

/** Validates JSON as a ladder; null, with each fault and its path, where it is none. */
export function readLadder(json: unknown): Result<Ladder | null> {
  const { success, data, error } = schema.Ladder.safeParse(json);
  if (success) return { value: data, messages: [] };
  const messages = error.issues.slice(0, MAX_ISSUES).map(({ path, message: found }) => {
    const where = path.length > 0 ? path.map(String).join(".") : "the whole";
    return message("error", "invalid-ladder", `Unexpected value at ${where}: ${found}`);
  });
  return { value: null, messages };
}
