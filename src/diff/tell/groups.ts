import { type Change, type ChangeKind, sideOf } from "../change.js";

/** Changes of one level, or of one track outside of its levels, in their order. */
export interface Group {
  track: string | null;
  level: string | null;
  changes: Change[];
}

/** Changes by track and level, in the order in which these come first. */
export function groupsOf(changes: readonly Change[]): Group[] {
  const groups = new Map<string, Group>();
  for (const change of changes) {
    const { track, level } = sideOf(change);
    const key = JSON.stringify([track, level]);
    const group = groups.get(key);
    if (group) group.changes.push(change);
    else groups.set(key, { track, level, changes: [change] });
  }
  return [...groups.values()];
}

/** "3 changes: 1 added, 2 reworded". */
export function summaryOf(changes: readonly Change[]): string {
  const counts = new Map<ChangeKind, number>();
  for (const kind of changes.flatMap(({ kinds }) => kinds))
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const parts = [...counts].map(([kind, count]) => `${count} ${kind}`);
  return `${changes.length} change${changes.length === 1 ? "" : "s"}: ${parts.join(", ")}`;
}
