import fc from "fast-check";

/** Edits of a post whose bullets and headings stand on lines of their own, as numbers. */
export interface PostEdit {
  kind:
    | "reword"
    | "remove"
    | "add"
    | "move"
    | "replace"
    | "remove section"
    | "remove level"
    | "embolden";
  at: number;
  to: number;
}

/** Scripts of one to `most` edits. */
export const postEdits = (most: number): fc.Arbitrary<PostEdit[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(
        "reword",
        "reword",
        "reword",
        "remove",
        "add",
        "move",
        "replace",
        "embolden",
        "remove section",
        "remove level",
      ),
      at: fc.nat(100_000),
      to: fc.nat(100_000),
    }),
    { minLength: 1, maxLength: most },
  );

const ITEM = /<li>.*<\/li>/;

/** The post after a script; each edit brings a word of its own. */
export function editPost(text: string, script: readonly PostEdit[]): string {
  return script.reduce((now, edit, index) => edited(now, edit, `word${index}`), text);
}

function edited(text: string, { kind, at, to }: PostEdit, word: string): string {
  if (kind === "remove section")
    return without(text, / *<h3>.*<\/h3>\n *<ul>[\s\S]*?<\/ul>\n/g, at);
  if (kind === "remove level") return without(text, / *<tr id="[\s\S]*?<\/tr>\n/g, at);
  const lines = text.split("\n");
  const items = lines.flatMap((line, index) => (ITEM.test(line) ? [index] : []));
  const [from = 0, other = 0] = [items[at % items.length], items[to % items.length]];
  const line = lines[from] as string;
  if (kind === "reword") lines[from] = withWord(line, to, word);
  else if (kind === "embolden") lines[from] = withWord(line, to, `<b>${word}</b>`);
  else if (kind === "replace")
    lines[from] = line.replace(ITEM, `<li>All ${word} of it is ${word}x</li>`);
  else if (kind === "add") lines.splice(from, 0, line.replace(ITEM, `<li>New ${word} here.</li>`));
  else {
    lines.splice(from, 1);
    if (kind === "move") lines.splice(other, 0, line);
  }
  return lines.join("\n");
}

function without(text: string, pattern: RegExp, at: number): string {
  const all = [...text.matchAll(pattern)];
  const found = all[at % Math.max(all.length, 1)];
  return found ? text.slice(0, found.index) + text.slice(found.index + found[0].length) : text;
}

function withWord(line: string, at: number, word: string): string {
  const words = [...line.matchAll(/(?<=[> ])[a-z]{2,}(?=[ <.,])/gi)].filter(
    ({ index }) => !isTag(line, index),
  );
  const found = words[at % Math.max(words.length, 1)];
  return found
    ? line.slice(0, found.index) + word + line.slice(found.index + found[0].length)
    : line;
}

const isTag = (line: string, at: number): boolean =>
  line.lastIndexOf("<", at) > line.lastIndexOf(">", at);
