import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { message } from "../../src/diagnostics.js";
import { at, HOSTILE, reportOf, SMALL, told, wellFormed } from "./small.js";

/** An element of a report. */
interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** Parses XML strictly; what is not well-formed throws. */
function parse(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const made = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    open.at(-1)?.children.push(made);
    open.push(made);
  });
  parser.on("text", (text) => {
    const [last] = open.slice(-1);
    if (last) last.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return root.children[0] as Element;
}

/** What the form of Jenkins and of Surefire allows: children and attributes by element. */
const FORM: Record<string, { children: string[]; needs: string[]; may: string[] }> = {
  testsuites: { children: ["testsuite"], needs: [], may: [] },
  testsuite: { children: ["testcase"], needs: ["name", "tests"], may: ["failures", "errors"] },
  testcase: { children: ["failure", "error", "system-out"], needs: ["name", "classname"], may: [] },
  failure: { children: [], needs: ["message", "type"], may: [] },
  error: { children: [], needs: ["message", "type"], may: [] },
  "system-out": { children: [], needs: [], may: [] },
};

function wrongs({ name, attributes, children }: Element): string[] {
  const form = FORM[name];
  if (!form) return [`${name} is unknown`];
  const names = Object.keys(attributes);
  return [
    ...form.needs.filter((each) => !names.includes(each)).map((each) => `${name} lacks ${each}`),
    ...names.filter((each) => ![...form.needs, ...form.may].includes(each)),
    ...children.filter((each) => !form.children.includes(each.name)).map((each) => each.name),
    ...children.flatMap(wrongs),
  ];
}

test("a suite a post, a case a rendering and a rule; counts that agree", () => {
  const suites = parse(told("junit", SMALL).out);
  expect(wrongs(suites)).toEqual([]);
  const told_ = suites.children.map(({ attributes, children }) => ({
    ...attributes,
    cases: children.map((each) => [each.attributes.name, each.children[0]?.name ?? "passed"]),
  }));
  expect(told_).toEqual([
    {
      ...{ name: "source/a post, 100%.md", tests: "5", failures: "2", errors: "0" },
      cases: [
        ["output/a post.pdf", "failure"],
        ["output/a post.docx", "failure"],
        ["output/a post.md", "passed"],
        ["dangling-link", "system-out"],
        ["comment", "system-out"],
      ],
    },
    {
      ...{ name: "source/c.md", tests: "1", failures: "0", errors: "1" },
      cases: [["unreadable", "error"]],
    },
  ]);
});

test("where nothing was found there is a case that passed", () => {
  const suites = parse(told("junit", reportOf([])).out);
  expect(wrongs(suites)).toEqual([]);
  expect(suites.children[0]?.children).toMatchObject([{ name: "testcase", children: [] }]);
});

test.each(HOSTILE)("any text gives XML: %j", (hostile) => {
  const found = { file: hostile, message: message("error", "rule", hostile, { place: at(1, 1) }) };
  const suites = parse(told("junit", reportOf([found])).out);
  expect(wrongs(suites)).toEqual([]);
  const failure = suites.children[0]?.children[0]?.children[0];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML can't hold
  const legal = wellFormed(hostile.replace(/[\u0000-\u0008\u001b\ufffe]/g, "\ufffd"));
  expect(failure?.attributes.message).toBe(legal);
  expect(failure?.text).toContain(legal);
});
