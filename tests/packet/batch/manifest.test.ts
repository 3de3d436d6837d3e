import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowHasher } from "../../../src/packet/batch/hash.js";
import { type Entry, type Header, readManifest } from "../../../src/packet/batch/manifest.js";
import { ManifestWriter } from "../../../src/packet/batch/manifest-writer.js";
import { Names } from "../../../src/packet/batch/names.js";
import type { Row } from "../../../src/packet/batch/row.js";
import { isIn, shardOf } from "../../../src/packet/batch/shard.js";
import type { Shared } from "../../../src/packet/make.js";
import { scratch } from "../../cli/run.js";

const HASH = "0123456789abcdef".repeat(4);

const HEADER: Header = {
  schema: 1,
  version: "0.1.0",
  ladder: HASH,
  template: HASH,
  options: {
    locale: "en",
    formats: ["pdf"],
    theme: null,
    reference: null,
    allowFindings: false,
    encryption: null,
  },
  batch: { rows: 3, hash: HASH },
};

const made = (ordinal: number, sha256 = HASH): Entry => ({
  ...{ ordinal, row: ordinal + 2, hash: HASH, status: "made" },
  files: [{ format: "pdf", sha256, bytes: 1 }],
});

function written(kept: Entry[], write: (manifest: ManifestWriter) => void) {
  const workshop = scratch();
  const file = path.join(workshop, "manifest.jsonl");
  const manifest = new ManifestWriter({ file, workshop }, { ...HEADER, shard: null }, kept);
  write(manifest);
  return file;
}

describe("a manifest", () => {
  test("is read as it was written", () => {
    const file = written([], (manifest) => {
      for (const each of [0, 1, 2]) manifest.add(made(each), true);
      manifest.end({ made: 3, failed: 0 });
    });
    const entries = [0, 1, 2].map((each) => made(each));
    expect(readManifest(file)).toEqual({ header: HEADER, shard: null, entries, ended: true });
  });

  test("is true wherever its last line breaks off", () => {
    const file = written([], (manifest) => {
      manifest.add(made(0), true);
      manifest.close();
    });
    const whole = readFileSync(file, "utf8");
    const next = JSON.stringify(made(1));
    for (let length = 0; length <= next.length; length++) {
      writeFileSync(file, whole);
      appendFileSync(file, next.slice(0, length));
      expect(readManifest(file)).toMatchObject({ entries: [made(0)], ended: false });
    }
  });

  test("has forgotten what is about to be replaced", () => {
    const other = "f".repeat(64);
    const file = written([made(0), made(1, other)], (manifest) => {
      manifest.replace([{ sha256: other }]);
      manifest.close();
    });
    expect(readManifest(file)?.entries).toEqual([made(0)]);
  });

  test("of a resumed batch is in the end that of one that was not stopped", () => {
    const all = (manifest: ManifestWriter) => {
      for (const each of [0, 1, 2]) manifest.add(made(each), each !== 1);
      manifest.end({ made: 3, failed: 0 });
    };
    expect(readFileSync(written([made(1)], all), "utf8")).toBe(
      readFileSync(
        written([], (manifest) => {
          for (const each of [0, 1, 2]) manifest.add(made(each), true);
          manifest.end({ made: 3, failed: 0 });
        }),
        "utf8",
      ),
    );
  });

  test.each([
    "",
    "{}\n",
    "candidate.name,level\nA,se-l1\n",
    `${JSON.stringify({ ...HEADER, schema: 2 })}\n`,
  ])("is not made of %j", (text) => {
    expect(readManifest(path.join(scratch({ x: text }), "x"))).toBeNull();
  });
});

const rowOf = (values: [string, unknown][], number = 1): Row => ({
  number,
  place: `x.csv:${number}:1: row ${number}`,
  cells: new Map(values.map(([name, value]) => [name, { value, place: "" }])),
  problems: [],
});

describe("the hash of a row", () => {
  const hasher = (password: string | null = null, ladder = HASH) => {
    const { batch: _, ...header } = HEADER;
    const encryption = password && { password, permissions: {} };
    return rowHasher({ ...header, ladder }, { encryption } as unknown as Shared);
  };
  const cells = fc.uniqueArray(fc.tuple(fc.string(), fc.string()), { selector: ([name]) => name });

  test("hangs on all that is in it, and not on its place or the order of its columns", () => {
    const hash = hasher();
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        expect(hash(rowOf([...a].reverse(), 7))).toBe(hash(rowOf(a)));
        const same = JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
        expect(hash(rowOf(a)) === hash(rowOf(b))).toBe(same);
      }),
    );
  });

  test("hangs on the ladder and the password", () => {
    const hashes = [hasher(), hasher(null, "f".repeat(64)), hasher("a"), hasher("b")].map((each) =>
      each(rowOf([["a", "b"]])),
    );
    expect(new Set(hashes).size).toBe(4);
    expect(hasher("a")(rowOf([["a", "b"]]))).toBe(hashes[2]);
  });
});

describe("shards", () => {
  test("have each row once together", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(500), (of, ordinal) => {
        const shards = Array.from({ length: of }, (_, i) => ({ index: i + 1, of }));
        expect(shards.filter((each) => isIn(each, ordinal))).toHaveLength(1);
      }),
    );
  });

  test.each([
    ["2/5", {}, { index: 2, of: 5 }],
    ["/5", { JOB_COMPLETION_INDEX: "0" }, { index: 1, of: 5 }],
    ["/", { JOB_COMPLETION_INDEX: "4", JOB_COMPLETION_COUNT: "5" }, { index: 5, of: 5 }],
    ["2/5", { JOB_COMPLETION_INDEX: "4" }, { index: 2, of: 5 }],
  ])("%s with %j is %j", (text, environment, shard) => {
    expect(shardOf(text, environment)).toEqual(shard);
  });

  test.each([
    ["0/5", {}],
    ["6/5", {}],
    ["2/0", {}],
    ["2", {}],
    ["", {}],
    ["-1/5", {}],
    ["1.5/5", {}],
    ["/5", {}],
    ["/5", { JOB_COMPLETION_INDEX: "5" }],
    ["/5", { JOB_COMPLETION_INDEX: "x" }],
    ["/", { JOB_COMPLETION_INDEX: "1" }],
  ])("%s with %j is none", (text, environment) => {
    expect(shardOf(text, environment)).toMatch(/^Unexpected shard/);
  });
});

test("a name is the first row's that has it", () => {
  const names = new Names();
  expect([
    names.take("Ann", 2),
    names.take("Bob", 3),
    names.take("ANN", 4),
    names.take("ann", 5),
  ]).toEqual([null, null, 2, 2]);
});
