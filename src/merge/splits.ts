import type { Change } from "./change.js";

/**
 * Two changes that are one to whoever made them: Enter in the middle of a bullet rewords it and adds
 * another; Delete at its end rewords it and takes the next away. The second is told with the first.
 */
export function nameSplits(changes: Change[]): void {
  for (const change of changes) {
    const { before, after } = change;
    if (change.kind !== "reworded" || before === null || after === null) continue;
    if (before.startsWith(after))
      pair(change, "split", "added", before.slice(after.length), changes);
    else if (after.startsWith(before))
      pair(change, "joined", "removed", after.slice(before.length), changes);
  }
}

function pair(
  change: Change,
  kind: "split" | "joined",
  other: "added" | "removed",
  rest: string,
  changes: Change[],
): void {
  const at = changes.findIndex(
    (each) =>
      each.kind === other &&
      each.outcome === change.outcome &&
      (other === "added" ? each.after : each.before) === rest.trim(),
  );
  if (at < 0 || rest.trim() === "") return;
  change.kind = kind;
  if (kind === "split") change.after = `${change.after}\n${rest.trim()}`;
  else change.before = `${change.before}\n${rest.trim()}`;
  changes.splice(at, 1);
}
