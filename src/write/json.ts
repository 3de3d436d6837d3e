import type { Ladder } from "../model/ladder.js";
import type { Writer } from "./writer.js";

/** The ladder as JSON text, indented, without places: they would change with every line above them. */
export const ladderJson = (ladder: Ladder): string =>
  `${JSON.stringify(ladder, (key, value: unknown) => (key === "place" ? undefined : value), 2)}\n`;

/** Writes the ladder itself; its schema is the one that `rungbook schema` prints. */
export const writeJson: Writer = async ({ ladder }) => ({
  value: new TextEncoder().encode(ladderJson(ladder)),
  messages: [],
});
