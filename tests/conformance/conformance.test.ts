import { describe, expect, test } from "vitest";
import { checkConformance } from "./check.js";
import { Draft } from "./fixtures/draft.js";
import { makeGoodPdf } from "./fixtures/good.js";
import { FIXTURES } from "./fixtures/index.js";
import { openPdf, type Pdf } from "./pdf/open.js";
import { RULES, type RuleId } from "./rules/index.js";
import type { Rule } from "./rules/rule.js";

const good = await makeGoodPdf();

/** The rules that a file breaks. */
const broken = async (bytes: Uint8Array): Promise<RuleId[]> => [
  ...new Set((await checkConformance(bytes)).map(({ rule }) => rule)),
];

test("a good file keeps all rules, as it is made and as pdf-lib writes it again", async () => {
  expect(await checkConformance(good)).toEqual([]);
  expect(await checkConformance(await (await Draft.of(good)).save())).toEqual([]);
});

/** How often a rule goes through all objects of a file. */
function passes(rule: Rule, pdf: Pdf): number {
  let count = 0;
  const objects = {
    ...pdf.objects,
    get all() {
      count++;
      return pdf.objects.all;
    },
  };
  Array.from(rule.check({ ...pdf, objects }));
  return count;
}

test("no rule goes through all of a file for each of its pages", async () => {
  const pdf = await openPdf(good);
  const longer = { ...pdf, pages: [...pdf.pages, ...pdf.pages, ...pdf.pages] };
  for (const [id, rule] of Object.entries<Rule>(RULES))
    expect([id, passes(rule, longer)]).toEqual([id, passes(rule, pdf)]);
});

test("each rule has a fixture", () => {
  expect(Object.keys(FIXTURES).sort()).toEqual(Object.keys(RULES).sort());
});

const told = Object.entries<Rule>(RULES).map(([id, { says }]) => [id, says] as const);

describe("a rule finds the file that breaks it, and no other rule does", () => {
  test.each(told)("%s: %s", async (id) => {
    const draft = await Draft.of(good);
    const fixture = FIXTURES[id as RuleId];
    fixture.break(draft);
    const found = await broken(await draft.save());
    expect(found.sort()).toEqual([id, ...fixture.also].sort());
  });
});
