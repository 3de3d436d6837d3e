import * as path from "node:path";
import { FileError, kindOf } from "../../files/index.js";
import type { Finding } from "../../report/report.js";
import { hashOf } from "./hash.js";
import { type Entry, type Manifest, readManifest } from "./manifest.js";
import type { World } from "./request.js";
import { failure, teller } from "./tell.js";

/** A manifest and the file that it stands in. */
interface Named {
  file: string;
  manifest: Manifest;
}

/** Findings told of one kind at most; then how many more there are. */
const MOST_TOLD = 20;

/**
 * Proves of the manifests of a batch's shards that each row was made once. Returns 0: it was; 1: rows are
 * missing, double or failed; 2: the manifests are not of one batch, or can't be read.
 */
export function mergeManifests(
  names: readonly string[],
  world: Pick<World, "cwd" | "out" | "err" | "colour">,
  quiet: boolean,
): 0 | 1 | 2 {
  const tell = teller(world.err, world, quiet);
  const read = names.map((name) => readNamed(name, world.cwd));
  const wrong = read.filter((each): each is Finding => "message" in each);
  const manifests = read.filter((each): each is Named => "manifest" in each);
  const strangers = wrong.length > 0 ? wrong : strangersAmong(manifests);
  tell(strangers);
  if (strangers.length > 0) return 2;
  const { findings, made, rows } = proof(manifests);
  tell(findings);
  if (!quiet) world.out(`${made} of ${rows} rows made once, in ${counted(manifests.length)}\n`);
  return findings.length > 0 ? 1 : 0;
}

const counted = (manifests: number): string =>
  `${manifests} ${manifests === 1 ? "manifest" : "manifests"}`;

function readNamed(name: string, cwd: string): Named | Finding {
  const file = name.split(path.sep).join("/");
  try {
    const place = path.resolve(cwd, name);
    if (kindOf(place) === null) return failure(file, "unreadable", "No such file or folder");
    const manifest = readManifest(place);
    return manifest
      ? { file, manifest }
      : failure(file, "not-a-manifest", "Unexpected file, expected a manifest of packets");
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return failure(file, "unreadable", error.message);
  }
}

/** Those that are not of the first one's batch: of other rows, or made with something else. */
function strangersAmong([first, ...rest]: readonly Named[]): Finding[] {
  if (!first) return [];
  const same = ({ manifest: { header } }: Named) => hashOf({ ...header, encryption: null });
  return rest
    .filter((each) => same(each) !== same(first))
    .map(({ file, manifest: { header } }) => {
      const [ours, theirs] = [first.manifest.header, header];
      const what = (["batch", "ladder", "template", "version", "options"] as const).filter(
        (key) => hashOf(ours[key]) !== hashOf(theirs[key]),
      );
      const reason = `Unexpected ${what.join(", ")}, expected what ${first.file} has`;
      return failure(file, "other-batch", reason);
    });
}

function proof(manifests: readonly Named[]) {
  const rows = manifests[0]?.manifest.header.batch.rows ?? 0;
  const seen = new Map<number, { file: string; entry: Entry }>();
  const double: Finding[] = [];
  const failed: Finding[] = [];
  for (const { file, manifest } of manifests) {
    for (const entry of manifest.entries) {
      const other = seen.get(entry.ordinal);
      if (other) double.push(told(file, "row-double", `row ${entry.row} is in ${other.file} too`));
      else seen.set(entry.ordinal, { file, entry });
      if (entry.status === "failed")
        failed.push(
          told(file, "row-failed", `row ${entry.row} failed (${entry.rules.join(", ")})`),
        );
    }
  }
  const missing = missingAmong(seen, rows);
  const open = manifests
    .filter(({ manifest }) => !manifest.ended)
    .map(({ file }) => told(file, "not-ended", "The batch has not come to its end"));
  const made = [...seen.values()].filter(({ entry }) => entry.status === "made").length;
  return {
    findings: [open, missing, double, failed].flatMap(shortened),
    made: made - double.length,
    rows,
  };
}

const told = (file: string, ruleId: string, reason: string): Finding => {
  const { failure: _, ...finding } = failure(file, ruleId, reason);
  return finding;
};

function missingAmong(seen: ReadonlyMap<number, { entry: Entry }>, rows: number): Finding[] {
  return Array.from({ length: rows }, (_, ordinal) => ordinal)
    .filter((ordinal) => !seen.has(ordinal))
    .map((ordinal) => {
      const before = seen.get(ordinal - 1)?.entry.row;
      const where = before === undefined ? "" : `, behind row ${before}`;
      return told("batch", "row-missing", `Missing candidate ${ordinal + 1} of ${rows}${where}`);
    });
}

/** The first ones, and how many more there are. */
function shortened(findings: readonly Finding[]): Finding[] {
  const [first] = findings;
  const more = findings.length - MOST_TOLD;
  if (!first || more <= 0) return [...findings];
  const rest = told(first.file, first.message.ruleId ?? "", `and ${more} more`);
  return [...findings.slice(0, MOST_TOLD), rest];
}
