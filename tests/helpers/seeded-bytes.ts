import { openDocx } from "./edit-docx.js";
import type { Target } from "./ladder-targets.js";
import { type Seed, type Source, toldAt } from "./seeded-drifts.js";

/** Bullets of plain words that stand nowhere else. */
function unique({ targets }: Source): number[] {
  const counts = new Map<string, number>();
  for (const { rich } of targets)
    counts.set(rich?.text ?? "", (counts.get(rich?.text ?? "") ?? 0) + 1);
  return targets.flatMap(({ kind, rich, node }, index) => {
    const isPlain = !rich?.spans && !("blocks" in node || "checked" in node);
    return kind === "bullet" && isPlain && counts.get(rich?.text ?? "") === 1 ? [index] : [];
  });
}

/** An edit of a rendering's bytes at a bullet. */
const WAYS = ["reword", "remove", "add"] as const;

/** A Word file in which somebody has changed a bullet. */
export function editedWord(source: Source, bytes: Uint8Array, { at, to, word }: Seed) {
  const { index, text, way } = chosen(source, at, to);
  const docx = openDocx(bytes);
  if (way === "reword") docx.change(text, text, `${word} ${text}`);
  else if (way === "remove") docx.delete(text);
  else docx.addAfter(text, `New ${word} words`);
  const told = toldAt(source, index, way === "remove" ? "is missing" : word);
  return { bytes: docx.save(), told, name: `${way} in the file` };
}

/** A Markdown file in which somebody has changed a bullet. */
export function editedMarkdown(source: Source, bytes: Uint8Array, { at, to, word }: Seed) {
  const { index, text, way } = chosen(source, at, to);
  const lines = new TextDecoder().decode(bytes).split("\n");
  const line = lines.findIndex((each) => each.endsWith(`- ${text}`));
  // A line with marks of Markdown in it.
  if (line < 0) return null;
  const old = lines[line] ?? "";
  const own = old.replace(text, () => (way === "add" ? `New ${word} words` : `${word} ${text}`));
  lines.splice(line, 1, ...(way === "remove" ? [] : way === "add" ? [old, own] : [own]));
  const told = toldAt(source, index, way === "remove" ? "is missing" : word);
  return { bytes: new TextEncoder().encode(lines.join("\n")), told, name: `${way} in the file` };
}

function chosen(source: Source, at: number, to: number) {
  const indices = unique(source);
  const index = indices[at % indices.length] ?? 0;
  const { rich } = source.targets[index] as Target;
  return { index, text: rich?.text ?? "", way: WAYS[to % WAYS.length] };
}
