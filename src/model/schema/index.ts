/**
 * The one schema of a ladder: types, validation and the published JSON Schema all come from here.
 *
 * Two kinds of property stand beside each other. *Authored* ones hold what the post says, each word
 * once. *Derived* ones (marked so) are computed from them by `settle` and never read back from a
 * rendering, so that they can't disagree with what they are derived from.
 */
export { Block, Item } from "./blocks.js";
export { Ladder, SCHEMA_ID } from "./ladder.js";
export { Place } from "./node.js";
export { RichText, Span } from "./rich.js";
export { Section } from "./track.js";
