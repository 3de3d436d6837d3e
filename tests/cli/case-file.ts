/** One scenario of the command line, as a Markdown file tells it; see `tests/cases/README.md`. */
export interface Case {
  /** Input files by name. */
  files: Map<string, Uint8Array>;
  steps: Step[];
}

/** A command and what it should give. */
export interface Step {
  /** The line that a user types, without the prompt. */
  command: string;
  /** The lines of the block below the command. */
  expected: string[];
  /** Where those stand in the file: line of the first, counted from 0. */
  at: number;
}

const FENCE = /^(`{3,}|~{3,})(\w*)(?: file=(.+))?$/;

/** Reads a case: blocks with `file=NAME` are input files, blocks `console` hold commands. */
export function parseCase(text: string): Case {
  const lines = text.split("\n");
  const found: Case = { files: new Map(), steps: [] };
  for (let at = 0; at < lines.length; at++) {
    const [, fence, language, file] = FENCE.exec(lines[at] ?? "") ?? [];
    if (!fence) continue;
    const end = lines.indexOf(fence, at + 1);
    if (end < 0) throw new Error(`the block of line ${at + 1} has no end`);
    const block = lines.slice(at + 1, end);
    if (file) found.files.set(file, contentOf(language, block));
    else if (language === "console") found.steps.push(...stepsOf(block, at + 1));
    at = end;
  }
  return found;
}

/** A `hex` block holds bytes, an `escaped` one a JSON string a line, any other one text as it is. */
function contentOf(language: string | undefined, block: string[]): Uint8Array {
  if (language === "hex") return Buffer.from(block.join("").replace(/\s/g, ""), "hex");
  if (language === "escaped") {
    return Buffer.from(block.map((line) => JSON.parse(line) as string).join(""));
  }
  return Buffer.from(block.map((line) => `${line}\n`).join(""));
}

function stepsOf(block: string[], start: number): Step[] {
  const prompts = block.flatMap((line, index) => (line.startsWith("$ ") ? [index] : []));
  return prompts.map((first, index) => ({
    command: (block[first] ?? "").slice(2),
    expected: block.slice(first + 1, prompts[index + 1] ?? block.length),
    at: start + first + 1,
  }));
}

/** The text of a case with other expectations: what its commands gave this time. */
export function replaceExpected(text: string, steps: readonly Step[], given: string[][]): string {
  const lines = text.split("\n");
  for (const [index, { at, expected }] of [...steps.entries()].reverse()) {
    lines.splice(at, expected.length, ...(given[index] ?? []));
  }
  return lines.join("\n");
}
