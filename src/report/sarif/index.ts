import manifest from "../../../package.json" with { type: "json" };
import { exitCode, type Finding, findingsOf, type Report, severityOf } from "../report.js";
import type { MakeReporter } from "../reporter.js";
import { Fingerprints } from "./fingerprints.js";
import { resultOf } from "./result.js";
import { rulesOf } from "./rules.js";

/** GitHub's code scanning refuses a run of more results. */
const MAX_RESULTS = 25_000;

const SCHEMA =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/**
 * SARIF 2.1.0 (OASIS, errata 01), when all is done. It names no folder of this machine and no time: the same
 * findings give the same bytes.
 */
export const sarif: MakeReporter = (sink, { fromRoot = same }) => ({
  outcome() {},
  end(report) {
    sink.out(`${JSON.stringify(log(report, fromRoot), null, 2)}\n`);
  },
});

const same = (file: string): string => file;

function log(report: Report, fromRoot: (file: string) => string) {
  const findings = mostSevere(findingsOf(report));
  const rules = rulesOf(findings, report.rules);
  const { name, version } = manifest;
  const fingerprints = new Fingerprints();
  const run = {
    tool: { driver: { name, semanticVersion: version, rules } },
    invocations: [{ executionSuccessful: exitCode(report) !== 2, exitCode: exitCode(report) }],
    originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository" } } },
    columnKind: "utf16CodeUnits",
    results: findings.map((each) => resultOf(each, { rules, fingerprints, fromRoot })),
  };
  return { $schema: SCHEMA, version: "2.1.0", runs: [run] };
}

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** As many as are taken, in their order; where there are more, the most severe ones. */
function mostSevere(findings: readonly Finding[]): Finding[] {
  if (findings.length <= MAX_RESULTS) return [...findings];
  const rank = ({ message }: Finding) => ORDER[severityOf(message)];
  return [...findings].sort((a, b) => rank(a) - rank(b)).slice(0, MAX_RESULTS);
}
