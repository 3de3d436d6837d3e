import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { message } from "../../src/diagnostics.js";
import type { Finding } from "../../src/report/report.js";
import { at, HOSTILE, reportOf, SMALL, told, wellFormed } from "./small.js";

const SCHEMA = createRequire(import.meta.url).resolve("schemastore/schemas/json/sarif-2.1.0.json");
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
const isValid = ajv.compile(JSON.parse(readFileSync(SCHEMA, "utf8")));

/** The run of a report, whose log must be valid. */
function runOf(report = SMALL, options = {}) {
  const log = JSON.parse(told("sarif", report, options).out);
  isValid(log);
  expect(isValid.errors).toBeNull();
  return log.runs[0];
}

const finding = (reason: string, line: number): Finding => ({
  file: "source/post.md",
  message: message("error", "rule", reason, { place: at(line, 1) }),
});

test("the schema is that of OASIS, and finds what is wrong", () => {
  expect(JSON.parse(readFileSync(SCHEMA, "utf8")).$id).toContain("sarif-schema-2.1.0");
  expect(isValid({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
});

test("a result is at the post's place, its rendering beside it", () => {
  const { results, tool, invocations, columnKind } = runOf();
  expect(columnKind).toBe("utf16CodeUnits");
  expect(invocations).toEqual([{ executionSuccessful: false, exitCode: 2 }]);
  const places = results.map((each: { locations: unknown; relatedLocations?: unknown }) =>
    JSON.stringify([each.locations, each.relatedLocations])
      .match(/"uri":"[^"]*"|"startLine":\d+/g)
      ?.join(" "),
  );
  const post = '"uri":"source/a%20post%2C%20100%25.md"';
  expect(places).toEqual([
    `${post} "startLine":3`,
    `${post} "startLine":4 "uri":"source/b.md" "startLine":12`,
    '"uri":"source/c.md"',
    `${post} "startLine":12 "uri":"output/a%20post.pdf"`,
    `${post} "startLine":12 "uri":"output/a%20post.docx"`,
  ]);
  expect(results.map(({ level }: { level: string }) => level)).toEqual([
    ...["warning", "note", "error", "error", "error"],
  ]);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
});

test("every rule is explained; those that were asked are there though they found nothing", () => {
  const asked = { name: "full-stop", summary: "Mixed full stops", help: "Use one form" };
  const { rules } = runOf({ ...SMALL, rules: [asked] }).tool.driver;
  const ids = rules.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(["comment", "dangling-link", "drift", "full-stop", "unreadable"]);
  expect(rules[3]).toEqual({
    id: "full-stop",
    shortDescription: { text: "Mixed full stops" },
    help: { text: "Use one form" },
  });
  for (const { shortDescription } of rules) expect(shortDescription.text).toMatch(/^[A-Z]/);
});

test("a fingerprint stays when lines are added above, and differs from all others", () => {
  const prints = (findings: Finding[]) =>
    runOf(reportOf(findings)).results.map(
      (each: { partialFingerprints: { primaryLocationLineHash: string } }) =>
        each.partialFingerprints.primaryLocationLineHash,
    );
  const before = prints([finding("a, also at 7:1", 3), finding("b", 4), finding("b", 5)]);
  const after = prints([finding("a, also at 9:1", 5), finding("b", 6), finding("b", 7)]);
  expect(after).toEqual(before);
  expect(new Set(before).size).toBe(3);
});

test.each(HOSTILE)("any text and any path: %j", (hostile) => {
  const found = { file: `${hostile}/a:b ä.md`, message: message("error", "rule", hostile) };
  const [{ locations, message: told }] = runOf(reportOf([found])).results;
  expect(wellFormed(told.text)).toBe(wellFormed(hostile));
  const { uri } = locations[0].physicalLocation.artifactLocation;
  expect(decodeURIComponent(uri)).toBe(`${wellFormed(hostile)}/a:b ä.md`);
  expect(uri).toMatch(/^[\w%.~!*'()/-]+$/);
});

test("of more results than GitHub takes, the most severe ones", () => {
  const many = Array.from({ length: 25_001 }, (_, n) => finding(`${n}`, n + 1));
  const warning = { file: "a.md", message: message("warning", "rule", "a warning") };
  const { runs } = JSON.parse(told("sarif", reportOf([warning, ...many])).out);
  expect(runs[0].results).toHaveLength(25_000);
  expect(runs[0].results[0].level).toBe("error");
});

test("paths are those from the repository's root", () => {
  expect(JSON.stringify(runOf(SMALL, { fromRoot: (file: string) => `sub/${file}` }))).toContain(
    '"uri":"sub/source/c.md"',
  );
});
