import type { Slice } from "./slice.js";

/** Room for notes by hand. */
export const notes: Slice = ({ setting, heading, lines }) => [
  { type: "notes", title: heading ?? setting.words.notes, lines },
];
