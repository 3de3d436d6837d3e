import type { Card, Fact } from "../document.js";
import { sameText } from "../match/likeness.js";
import type { Node } from "../match/tree.js";
import type { ChangeKind } from "./change.js";

/** What became of a node itself, whatever it holds and wherever it stands. */
export function ownChanges(a: Node, b: Node): ChangeKind[] {
  const kinds: ChangeKind[] = [];
  if (a.rich?.text !== b.rich?.text) kinds.push(rewordingOf(b));
  else if (!sameText(a.rich, b.rich)) kinds.push("marked");
  if (a.kind === "level" && gradesOf(a).join() !== gradesOf(b).join()) kinds.push("regraded");
  // The form of a line of front matter is a part of its words.
  if (a.form !== b.form && a.kind !== "front")
    kinds.push(a.kind === "attribute" ? "renamed" : "reshaped");
  if (a.anchors.join("\n") !== b.anchors.join("\n")) kinds.push("anchored");
  return kinds;
}

function rewordingOf({ kind, of }: Node): ChangeKind {
  if (kind === "track" || kind === "section" || kind === "heading") return "retitled";
  if (kind !== "attribute") return "reworded";
  const { role } = of as Fact;
  if (role === "label") return "regraded";
  return role === "title" ? "retitled" : "reworded";
}

/** The grades under which the overview shows a level. */
export const gradesOf = ({ of }: Node): string[] => (of as Card).extras.map(({ value }) => value);
