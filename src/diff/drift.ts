import type { Card, Document } from "../document.js";
import { markedText } from "../document-lines.js";
import { align } from "../match/align.js";
import type { Matching } from "../match/matching.js";
import { type Node, nodesBelow } from "../match/tree.js";
import type { Place } from "../model/ladder.js";
import type { ChangeKind } from "./change.js";
import { type Difference, differences } from "./differences.js";
import { explained } from "./explained.js";
import { ownChanges } from "./own.js";
import { ownPiece } from "./piece.js";
import { anchorsOf, shapeOf } from "./tell/shape.js";
import { shownTree } from "./tree.js";
import { Whereabouts } from "./where.js";

/** One difference between a rendering and what the post would give today. */
export interface Drift {
  /** "SE 2 › Communication › 3". */
  path: string;
  /** What the rendering shows; null where it lacks the line. */
  found: string | null;
  /** What it should show; null where the line should not be there. */
  expected: string | null;
  /** True where the words are the same and only what surrounds them differs. */
  form: boolean;
  /** Where the rendering shows it, if that is elsewhere: "SE 1 › Communication › 2". */
  moved: string | null;
  /** True where all that it holds is missing or too much with it: a section, a level. */
  whole: boolean;
  /** Where the post says it, or what is nearest to it. */
  place?: Place | undefined;
}

/** The differences between two documents, in the order of the wanted one. */
export function diffDocuments(found: Document, wanted: Document): Drift[] {
  const [a, b] = [shownTree(found), shownTree(wanted)];
  const matching = align(a, b);
  const all: Difference[] = [];
  for (const each of differences(a, b, matching)) {
    const last = all.at(-1);
    if (last?.a && each.b && isInPlaceOf(last, each, matching))
      all.splice(-1, 1, { kinds: ownChanges(last.a, each.b), a: last.a, b: each.b });
    else all.push(each);
  }
  const telling = new Telling(matching, new Whereabouts(found), new Whereabouts(wanted));
  return explained(all).flatMap((each) => telling.drift(each));
}

/** True where a line is gone and another one has come right there: it is one drift. */
function isInPlaceOf(gone: Difference, come: Difference, { to }: Matching): boolean {
  const [a, b] = [gone.a, come.b];
  if (!a || !b || gone.b || come.a || !a.parent) return false;
  const isLine = a.children.length === 0 && b.children.length === 0;
  return isLine && a.kind === b.kind && to.get(a.parent) === b.parent;
}

/** Says differences in words. */
class Telling {
  constructor(
    private readonly matching: Matching,
    private readonly inFound: Whereabouts,
    private readonly inWanted: Whereabouts,
  ) {}

  drift({ kinds, a, b }: Difference): Drift[] {
    const moved = a && b && kinds.includes("moved") ? this.inFound.pathOf(a) : null;
    const named = kinds.includes("renamed");
    const [words, others] = [wordsOf(a, named), wordsOf(b, named)];
    const form = words === others && moved === null && a !== null && b !== null;
    const [found, expected] = form ? [formOf(a, kinds), formOf(b, kinds)] : [words, others];
    if (form && found === expected) return [];
    const path = b ? this.inWanted.pathOf(b) : a ? this.inFound.pathOf(a) : "";
    const whole = (!a || !b) && (b ?? a)?.children.length !== 0;
    return [{ path, found, expected, form, moved, whole, place: this.placeOf(a, b) }];
  }

  /** Where the post says it; of what it does not say, where that would stand. */
  private placeOf(a: Node | null, b: Node | null): Place | undefined {
    const placeAt = b ? placeIn : (node: Node) => placeIn(this.stayed(node));
    for (let each = b ?? a; each; each = each.parent) {
      const siblings = each.parent?.children ?? [];
      for (let at = siblings.indexOf(each); at >= 0; at--) {
        const place = placeAt(siblings[at] as Node);
        if (place) return place;
      }
    }
    return undefined;
  }

  /** What a node of the rendering is in the post, where it has not come from elsewhere. */
  private stayed(node: Node): Node | undefined {
    const { to } = this.matching;
    const same = to.get(node);
    return node.parent && to.get(node.parent) !== same?.parent ? undefined : same;
  }
}

/** Where a node stands, or the first below it that stands anywhere. */
function placeIn(node: Node | undefined): Place | undefined {
  if (node?.place || !node) return node?.place;
  for (const { place } of nodesBelow(node)) if (place) return place;
  return undefined;
}

/** What a node says, with its name if asked for; null: nothing, where there could be something. */
function wordsOf(node: Node | null, named: boolean): string | null {
  if (!node) return null;
  const { kind, form, of, rich } = node;
  if (kind === "level") return (of as Card).heading;
  if (kind === "front" && rich?.text === "") return null;
  if (rich) return `${named ? `${form}: ` : ""}${markedText(rich)}`;
  const texts = Array.from(nodesBelow(node), (each) => each.rich?.text ?? "");
  return texts.filter((text) => text !== "").join(" · ");
}

/** What a node is beside its words, as far as that is another. */
function formOf(node: Node, kinds: readonly ChangeKind[]): string {
  const piece = ownPiece(node);
  const parts = [
    ...(kinds.includes("reshaped") ? [shapeOf(piece)] : []),
    ...(kinds.includes("anchored") ? [anchorsOf(piece)] : []),
  ];
  return parts.join(", ");
}
