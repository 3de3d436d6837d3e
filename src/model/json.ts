import type { Ladder } from "./ladder.js";

/** The end of the name under which a PDF carries its ladder: "<slug>.ladder.json". */
export const LADDER_SUFFIX = ".ladder.json";

/** Properties in the order in which a person reads them; any other comes after these, as it stands. */
const ORDER = (
  "type id depth language ordered start header colspan rowspan align name role label title titles " +
  "anchor family discipline code grades grade row scale text strong emphasis delete href src alt " +
  "spans checked term range columns attributes intro summary blocks items rows cells sections levels " +
  "tracks anchors"
).split(" ");
const RANK = new Map(ORDER.map((key, index) => [key, index]));
const rank = (key: string): number => RANK.get(key) ?? ORDER.length;

/**
 * A ladder as JSON text, without the places of its nodes: they would change with every line above
 * them. The order of properties is the same wherever the ladder was read from. Front matter is as it
 * came, be there a "place" in it.
 */
export function ladderJson(ladder: Ladder, indent?: number): string {
  let inContent = false;
  return JSON.stringify(
    ladder,
    function (this: unknown, key: string, value: unknown) {
      if (this === ladder) inContent = key === "content";
      if (!inContent) return value;
      return key === "place" ? undefined : inOrder(value);
    },
    indent,
  );
}

function inOrder(value: unknown): unknown {
  if (!value || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b)));
}
