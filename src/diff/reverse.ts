import type { Change, ChangeKind } from "./change.js";

/** The changes that undo these: of the second ladder they make the first. */
export const reverse = (changes: readonly Change[]): Change[] =>
  changes.map(({ kinds, what, before, after }) => ({
    kinds: kinds.map((kind) => OPPOSITE[kind] ?? kind),
    what,
    before: after,
    after: before,
  }));

const OPPOSITE: Partial<Record<ChangeKind, ChangeKind>> = { added: "removed", removed: "added" };
