import { textKey } from "../keys.js";
import type { Matcher } from "../matcher.js";
import { type Node, nodesBelow } from "../tree.js";

/** Texts that are there several times, and left over: the first is the first. */
export function byWords(matcher: Matcher): void {
  const left = new Map<string, Node[]>();
  for (const node of nodesBelow(matcher.other)) {
    const key = matcher.from.has(node) ? null : textKey(node);
    if (key === null) continue;
    const same = left.get(key);
    if (same) same.push(node);
    else left.set(key, [node]);
  }
  for (const node of nodesBelow(matcher.base)) {
    const key = matcher.to.has(node) ? null : textKey(node);
    const found = key === null ? undefined : left.get(key)?.shift();
    if (found) matcher.link(node, found);
  }
}
