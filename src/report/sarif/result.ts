import { type Location, locate } from "../place.js";
import { type Finding, severityOf } from "../report.js";
import type { Fingerprints } from "./fingerprints.js";
import type { SarifRule } from "./rules.js";

/** What the results of a run have in common. */
export interface Run {
  rules: readonly SarifRule[];
  fingerprints: Fingerprints;
  fromRoot(file: string): string;
}

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** A finding as a result (SARIF 2.1.0, section 3.27). */
export function resultOf(finding: Finding, { rules, fingerprints, fromRoot }: Run) {
  const { message } = finding;
  const { at, other } = locate(finding);
  const ruleId = message.ruleId ?? "finding";
  const text = message.note ? `${message.reason}\n${message.note}` : message.reason;
  return {
    ruleId,
    ruleIndex: rules.findIndex(({ id }) => id === ruleId),
    level: LEVELS[severityOf(message)],
    message: { text },
    locations: [located(at, fromRoot)],
    ...(other && {
      relatedLocations: [
        { id: 1, ...located(other, fromRoot), message: { text: relation(other, finding) } },
      ],
    }),
    partialFingerprints: fingerprints.of(finding, fromRoot(at.file)),
  };
}

/** What the other place is to the finding: the rendering it is of, or a second place in a post. */
const relation = (other: Location, { file, message }: Finding): string =>
  other.file === file && !message.place ? `In ${file}` : "The other place";

function located({ file, region }: Location, fromRoot: Run["fromRoot"]) {
  const artifactLocation = { uri: uriOf(fromRoot(file)), uriBaseId: "%SRCROOT%" };
  if (!region) return { physicalLocation: { artifactLocation } };
  const { line, column, endLine, endColumn } = region;
  const told = { startLine: line, startColumn: column, endLine, endColumn };
  return { physicalLocation: { artifactLocation, region: told } };
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A path with "/" as a relative reference (RFC 3986, section 4.2). */
const uriOf = (file: string): string =>
  file.replace(LONE_SURROGATE, "\ufffd").split("/").map(encodeURIComponent).join("/");
