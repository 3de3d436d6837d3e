import type { Ladder } from "./ladder.js";

/**
 * A ladder as JSON text, without the places of its nodes: they would change with every line above
 * them. Front matter may have a "place" of its own, and keeps it.
 */
export function ladderJson(ladder: Ladder, indent?: number): string {
  let inContent = false;
  return JSON.stringify(
    ladder,
    function (this: unknown, key: string, value: unknown) {
      if (this === ladder) inContent = key === "content";
      return inContent && key === "place" ? undefined : value;
    },
    indent,
  );
}
