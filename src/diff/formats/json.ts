import type { WriteDiff } from "./format.js";

/** Changes for machines: an array of `Change`. */
export const json: WriteDiff = ({ changes }) => `${JSON.stringify(changes, null, 2)}\n`;
