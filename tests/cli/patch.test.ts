import { applyPatch, createTwoFilesPatch } from "diff";
import fc from "fast-check";
import { expect, it } from "vitest";
import { patchOf } from "../../src/commands/patch.js";

const line = fc.constantFrom("a", "b", "c", "<ul>", "</ul>", "");
const text = fc
  .tuple(fc.array(line, { maxLength: 30 }), fc.boolean())
  .map(([lines, ends]) => lines.join("\n") + (ends ? "\n" : ""));

it("of any two texts makes the one of the other", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      if (before === after) return;
      expect(applyPatch(before, `${patchOf("x", before, after)}\n`)).toBe(after);
    }),
    { numRuns: 2000 },
  );
});

it("is what a comparison of the whole would give, where edits stand apart", () => {
  const before = Array.from({ length: 200 }, (_, index) => `line ${index}\n`).join("");
  const after = before
    .replace("line 7\n", "line seven\n")
    .replace("line 90\n", "")
    .replace("line 91\n", "line 91\nand more\n")
    .replace("line 199\n", "the last");
  const whole = createTwoFilesPatch("a/x", "b/x", before, after, undefined, undefined, {
    context: 1,
  });
  expect(patchOf("x", before, after)).toBe(
    whole.split("\n").slice(1).join("\n").replace(/\n$/, ""),
  );
});

it("takes no longer for each of many changes than for one", () => {
  const lines = Array.from({ length: 90_000 }, (_, index) => `line ${index}\n`);
  const changed = lines.map((each, index) => (index % 4 === 0 ? `another ${index}\n` : each));
  const start = performance.now();
  const patch = patchOf("x", lines.join(""), changed.join(""));
  expect(patch.match(/^\+another/gm)).toHaveLength(22_500);
  expect(performance.now() - start).toBeLessThan(10_000);
});
