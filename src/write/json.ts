import { ladderJson } from "../model/json.js";
import type { Writer } from "./writer.js";

/** Writes the ladder itself, indented; its schema is the one that `rungbook schema` prints. */
export const writeJson: Writer = async ({ ladder }) => ({
  value: new TextEncoder().encode(`${ladderJson(ladder, 2)}\n`),
  messages: [],
});
