import type { BlockOf, Content } from "../../../model/ladder.js";
import { careerOf, isOf, type LevelName, levelName } from "./steps.js";

/** Headings of one depth that name levels, each with what stands below it. */
export interface Run {
  /** Where the headings stand in the content. */
  starts: number[];
  names: LevelName[];
  /** Where what stands below the last of them ends. */
  end: number;
}

/** All that stands below one heading that is less deep. */
interface Scope {
  runs: Run[];
  /** The run that the next heading of this depth may belong to. */
  open: Run | null;
}

/** The outermost runs of headings that are the levels of a track, in their order. */
export function runsOf(content: readonly Content[]): Run[] {
  const found = scopesOf(content).flatMap(tracksIn);
  found.sort((a, b) => firstOf(a) - firstOf(b) || b.end - a.end);
  const outermost: Run[] = [];
  for (const run of found) if (firstOf(run) >= (outermost.at(-1)?.end ?? 0)) outermost.push(run);
  return outermost;
}

const firstOf = ({ starts }: Run): number => starts[0] ?? 0;

/** Goes through the headings once, with a scope open for each depth. */
function scopesOf(content: readonly Content[]): Scope[] {
  const scopes: Scope[] = [];
  const open = new Map<number, Scope>();
  for (const [at, node] of content.entries()) {
    // What is a track already, or a part of one, stands in no level.
    if (node.type === "track" || node.type === "overview") closeFrom(open, 0, at);
    if (node.type !== "heading") continue;
    closeFrom(open, node.depth + 1, at);
    const scope = open.get(node.depth) ?? { runs: [], open: null };
    if (!open.has(node.depth)) {
      open.set(node.depth, scope);
      scopes.push(scope);
    }
    addTo(scope, node, at);
  }
  closeFrom(open, 0, content.length);
  return scopes;
}

function closeFrom(open: Map<number, Scope>, depth: number, at: number): void {
  for (const [each, scope] of open) {
    if (each < depth) continue;
    if (scope.open) scope.open.end = at;
    open.delete(each);
  }
}

function addTo(scope: Scope, heading: BlockOf<"heading">, at: number): void {
  const name = levelName(heading.text);
  if (scope.open) scope.open.end = at;
  if (!name) {
    scope.open = null;
    return;
  }
  if (!scope.open) {
    scope.open = { starts: [], names: [], end: at };
    scope.runs.push(scope.open);
  }
  scope.open.starts.push(at);
  scope.open.names.push(name);
}

/**
 * The runs of a scope that are tracks. Where all of its levels together would be one, another
 * heading interrupts it, and nobody can say what that one is.
 */
function tracksIn({ runs }: Scope): Run[] {
  const career = careerOf(runs.flatMap(({ names }) => names));
  const isOne =
    career !== null && runs.every(({ names }) => names.some((name) => isOf(career, name)));
  return runs.filter(({ names }) => !(isOne && runs.length > 1) && careerOf(names) !== null);
}
