import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { rungbook, SEED, scratch } from "../../cli/run.js";
import { hasScript, onTerminal, WITHOUT_SCRIPT } from "../../cli/terminal.js";
import { candidates, csvOf, FAULTS, faultAt, faultyCsv } from "./fixtures.js";
import { hashesIn, linesOf, pathsIn } from "./folder.js";

// Thousands of packets by processes of their own.
vi.setConfig({ testTimeout: 300_000 });

/** A folder with the post and a batch. */
const withBatch = (csv: string, name = "candidates.csv"): string =>
  scratch({ [`source/${path.basename(SEED)}`]: readFileSync(SEED), [name]: csv }, afterAll);

const packets = (folder: string, out: string, ...more: string[]) =>
  rungbook(folder, ["packet", "--batch", "candidates.csv", "--out", out, ...more], {
    timeout: 300_000,
  });

const MD = ["--format", "md"];

describe("500 rows with 50 bad ones in 50 ways", () => {
  const { csv, rows } = faultyCsv();
  const folder = withBatch(csv);
  let run = { code: null as number | null, out: "", err: "" };
  let entries: ReturnType<typeof linesOf> = [];
  beforeAll(() => {
    run = packets(folder, "packets", ...MD);
    entries = linesOf(path.join(folder, "packets/manifest.jsonl")).slice(1, -1);
  }, 300_000);

  test("each bad row fails alone, by its own rule, and the exit code says so", () => {
    expect(FAULTS).toHaveLength(50);
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/^500 rows: 450 made, 50 failed \(/);
    const wrong = entries.flatMap((entry, index) => {
      const rule = faultAt(index)?.rule;
      const expected = rule ? { status: "failed", rules: [rule] } : { status: "made" };
      const found = rule ? { status: entry.status, rules: entry.rules } : { status: entry.status };
      return JSON.stringify(found) === JSON.stringify(expected) ? [] : [[index, found, expected]];
    });
    expect(wrong).toEqual([]);
  });

  test("each is told with line, column and row", () => {
    const told = run.err.split("\n").filter((line) => line.includes(": error "));
    expect(told).toHaveLength(50);
    for (const line of told) expect(line).toMatch(/^candidates\.csv:\d+:\d+: row (\d+)\b/);
    const numbers = told.map((line) => Number(/: row (\d+)/.exec(line)?.[1]));
    expect(numbers).toEqual(rows.flatMap((_, index) => (faultAt(index) ? [index + 2] : [])));
  });

  test("nothing personal is told, nor in the manifest", () => {
    const manifest = readFileSync(path.join(folder, "packets/manifest.jsonl"), "utf8");
    // What messages give as examples.
    const said = `${run.out}${run.err}${manifest}`.replace(
      /such as (?:2027-02-01|"85000.50 EUR")/g,
      "",
    );
    const personal = rows.flatMap((row) =>
      ["candidate.name", "start_date", "salary", "location"].map((name) => row[name] ?? ""),
    );
    // What is shorter is in any text.
    const found = personal.filter((value) => value.trim().length > 4 && said.includes(value));
    expect(found).toEqual([]);
    for (const word of ["Quillfeather", "Thistlewood", "Piddleton", "Straße", "STRASSE"])
      expect(said).not.toContain(word);
  });

  test("there is a file for each other row, in the folder and the owner's alone", () => {
    const paths = pathsIn(path.join(folder, "packets"));
    expect(paths).toHaveLength(451);
    for (const file of paths) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(folder, "packets")).mode & 0o777).toBe(0o700);
  });
});

describe("the same packets and the same manifest", () => {
  const folder = withBatch(csvOf(candidates(24)));
  const plain = ["--format", "pdf,docx,md,json"];
  let expected: Record<string, string> = {};
  beforeAll(() => {
    expect(packets(folder, "one", ...plain).code).toBe(0);
    expected = hashesIn(path.join(folder, "one"));
  }, 300_000);

  test("with any number of jobs", () => {
    expect(Object.keys(expected)).toHaveLength(24 * 4 + 1);
    for (const jobs of ["2", "3"]) {
      const run = packets(folder, `jobs-${jobs}`, "--jobs", jobs, ...plain);
      expect(run.err).not.toContain("error");
      expect(hashesIn(path.join(folder, `jobs-${jobs}`))).toEqual(expected);
    }
  });

  test("in any order", () => {
    writeFileSync(path.join(folder, "candidates.csv"), csvOf(candidates(24).reverse()));
    packets(folder, "reversed", ...plain);
    writeFileSync(path.join(folder, "candidates.csv"), csvOf(candidates(24)));
    const { "manifest.jsonl": _, ...others } = expected;
    expect(hashesIn(path.join(folder, "reversed"))).toMatchObject(others);
  });

  test("from CSV, JSON and JSON lines", () => {
    const rows = candidates(24).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== "")),
    );
    writeFileSync(path.join(folder, "c.json"), JSON.stringify(rows, null, 2));
    writeFileSync(
      path.join(folder, "c.jsonl"),
      rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
    );
    const { "manifest.jsonl": _, ...others } = expected;
    for (const name of ["c.json", "c.jsonl"]) {
      const run = rungbook(folder, ["packet", "--batch", name, "--out", name.slice(2), ...plain]);
      expect(run.code).toBe(0);
      expect(hashesIn(path.join(folder, name.slice(2)))).toMatchObject(others);
    }
  });

  test("in shards, of which the manifests prove that each row was made once", () => {
    const job = { JOB_COMPLETION_INDEX: "2", JOB_COMPLETION_COUNT: "3" };
    packets(folder, "shards", "--shard", "1/3", ...plain);
    packets(folder, "shards", "--shard", "2/3", ...plain);
    rungbook(
      folder,
      ["packet", "--batch", "candidates.csv", "--out", "shards", "--shard", "/3", ...plain],
      { env: job },
    );
    const { "manifest.jsonl": _, ...others } = expected;
    expect(hashesIn(path.join(folder, "shards"))).toMatchObject(others);
    const manifests = [1, 2, 3].map((i) => `shards/manifest-${i}-of-3.jsonl`);
    const merge = (...names: string[]) =>
      rungbook(folder, ["packet", "--merge-manifests", ...names]);
    expect(merge(...manifests)).toEqual({
      code: 0,
      out: "24 of 24 rows made once, in 3 manifests\n",
      err: "",
    });
    expect(merge(...manifests.slice(1)).err).toContain("Missing candidate 1 of 24 (row-missing)");
    expect(merge(...manifests.slice(1)).code).toBe(1);
    expect(merge(...manifests, "one/manifest.jsonl").err).toContain(
      "row 2 is in shards/manifest-1-of-3.jsonl too (row-double)",
    );
    writeFileSync(path.join(folder, "candidates.csv"), csvOf(candidates(23)));
    packets(folder, "other", "--shard", "1/3", ...plain);
    const stranger = merge(manifests[1] ?? "", "other/manifest-1-of-3.jsonl");
    expect(stranger.err).toContain(
      "Unexpected batch, expected what shards/manifest-2-of-3.jsonl has",
    );
    expect(stranger.code).toBe(2);
    writeFileSync(path.join(folder, "candidates.csv"), csvOf(candidates(24)));
  });
});

describe("--resume makes only what is missing or out of date", () => {
  const folder = withBatch("");
  const out = path.join(folder, "packets");
  const write = (rows: ReturnType<typeof candidates>) =>
    writeFileSync(path.join(folder, "candidates.csv"), csvOf(rows));
  const resume = () => packets(folder, "packets", "--resume", ...MD).out.replace(/ \(.*\n/, "");

  test("and is then as if all had been made at once", () => {
    const rows = candidates(20);
    write(rows);
    expect(resume()).toBe("20 rows: 20 made");
    const all = hashesIn(out);
    expect(resume()).toBe("20 rows: 20 up to date");
    expect(hashesIn(out)).toEqual(all);
    const [first = "", second = "", third = ""] = Object.keys(all).filter((name) =>
      name.endsWith(".md"),
    );
    rmSync(path.join(out, first));
    writeFileSync(path.join(out, second), "changed");
    renameSync(path.join(out, third), path.join(out, "elsewhere.md"));
    expect(resume()).toBe("20 rows: 3 made, 17 up to date");
    rmSync(path.join(out, "elsewhere.md"));
    expect(hashesIn(out)).toEqual(all);
    // A row before the others moves them, and they are as they were.
    write([{ ...rows[0], "candidate.name": "A New One" }, ...rows]);
    expect(resume()).toBe("21 rows: 1 made, 20 up to date");
    write(rows.map((row, index) => (index === 4 ? { ...row, location: "Elsewhere" } : row)));
    expect(resume()).toBe("20 rows: 1 made, 19 up to date");
    packets(folder, "anew", ...MD);
    const { "manifest.jsonl": manifest } = hashesIn(path.join(folder, "anew"));
    expect(hashesIn(out)["manifest.jsonl"]).toBe(manifest);
  });

  test("another format, level of detail or template is out of date", () => {
    expect(packets(folder, "packets", "--resume", "--format", "json").out).toContain("20 made");
    expect(
      packets(folder, "packets", "--resume", "--format", "json", "--locale", "de").out,
    ).toContain("20 made");
    expect(
      packets(folder, "packets", "--resume", "--format", "json", "--locale", "de").out,
    ).toContain("20 up to date");
  });

  test("a file that others may read is made again", () => {
    const all = packets(folder, "open", ...MD);
    expect(all.code).toBe(0);
    const [file = ""] = pathsIn(path.join(folder, "open")).filter((name) => name.endsWith(".md"));
    writeFileSync(file, readFileSync(file), { mode: 0o644 });
    rmSync(file);
    writeFileSync(file, "x", { mode: 0o644 });
    packets(folder, "open", "--resume", ...MD);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

test("a terminal shows a bar that goes away, and what stays above it", async (context) => {
  if (!hasScript) context.skip(WITHOUT_SCRIPT);
  const rows = candidates(12);
  rows[3] = { ...rows[3], level: "no-such-level" };
  const folder = withBatch(csvOf(rows));
  const shown = await onTerminal(folder, ["packet", "--batch", "candidates.csv", ...MD]);
  expect(shown).toMatch(/[█░]+ {1,2}\d+% {2}\d+ of 12 rows/);
  expect(shown).toMatch(/ 1 failed/);
  // The cursor was hidden, and is there again.
  expect(shown.lastIndexOf("\u001b[?25h")).toBeGreaterThan(shown.lastIndexOf("\u001b[?25l"));
  expect(shown).toMatch(/candidates\.csv:5:\d+: row 5,/);
  expect(shown).toMatch(/12 rows: 11 made, 1 failed \(/);
});
