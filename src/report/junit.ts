import { locate } from "./place.js";
import { type Finding, type Report, severityOf } from "./report.js";
import type { MakeReporter } from "./reporter.js";
import { xmlAttributes, xmlText } from "./xml.js";

/**
 * JUnit's XML, as Jenkins and GitLab read it: a suite a post, in it a case a rendering, and a case a rule
 * that has found something in the post. Errors fail; what is less is told as a case's output.
 */
export const junit: MakeReporter = (sink) => ({
  outcome() {},
  end(report) {
    const suites = [...suitesOf(report)].map(([name, cases]) => suite(name, [...cases.values()]));
    const lines = suites.flat().map((line) => `  ${line}`);
    sink.out(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<testsuites>",
        ...lines,
        "</testsuites>",
        "",
      ].join("\n"),
    );
  },
});

/** A case, and what was found in it. */
interface Case {
  name: string;
  findings: Finding[];
}

/** The cases of each suite, by what they are about. */
type Suites = Map<string, Map<string, Case>>;

function suitesOf(report: Report): Suites {
  const suites: Suites = new Map();
  for (const file of report.files) {
    caseOf(suites, file.post ?? file.path, file.path).findings.push(...file.findings);
  }
  for (const each of report.findings) {
    caseOf(suites, each.file, each.message.ruleId ?? "finding").findings.push(each);
  }
  // Jenkins takes a report without cases for a broken one.
  if (suites.size === 0) caseOf(suites, "rungbook", report.command);
  return suites;
}

function caseOf(suites: Suites, suite: string, name: string): Case {
  const cases = suites.get(suite) ?? new Map<string, Case>();
  suites.set(suite, cases);
  const found = cases.get(name) ?? { name, findings: [] };
  cases.set(name, found);
  return found;
}

function suite(name: string, cases: readonly Case[]): string[] {
  const count = (kind: Kind) => cases.filter((each) => kindOf(each) === kind).length;
  const counts = { tests: cases.length, failures: count("failure"), errors: count("error") };
  return [
    `<testsuite${xmlAttributes({ name, ...counts })}>`,
    ...cases.flatMap((each) => testcase(each, name)).map((line) => `  ${line}`),
    "</testsuite>",
  ];
}

type Kind = "error" | "failure" | "passed";

/** An error is what kept the command from its work. */
function kindOf({ findings }: Case): Kind {
  if (findings.some(({ failure }) => failure)) return "error";
  return findings.some(({ message }) => message.fatal === true) ? "failure" : "passed";
}

function testcase(each: Case, classname: string): string[] {
  const start = `<testcase${xmlAttributes({ classname, name: each.name })}`;
  if (each.findings.length === 0) return [`${start}/>`];
  return [`${start}>`, ...told(each), "</testcase>"];
}

function told(each: Case): string[] {
  const kind = kindOf(each);
  const words = xmlText(each.findings.map(findingText).join("\n"));
  if (kind === "passed") return [`  <system-out>${words}</system-out>`];
  const [first] = each.findings.filter(({ message }) => message.fatal === true);
  const { reason = "", ruleId = "finding" } = first?.message ?? {};
  return [`  <${kind}${xmlAttributes({ message: reason, type: ruleId })}>${words}</${kind}>`];
}

function findingText(finding: Finding): string {
  const { message } = finding;
  const { at } = locate(finding);
  const place = at.region ? `${at.file}:${at.region.line}:${at.region.column}` : at.file;
  const note = message.note ? `\n  ${message.note}` : "";
  return `${place}: ${severityOf(message)} ${message.reason} (${message.ruleId ?? "finding"})${note}`;
}
