import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rungbook, SEED, scratch } from "../cli/run.js";
import { drawable, ladders } from "../helpers/ladders.js";
import { renderAll } from "../helpers/render.js";

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The hashes of what a build of the seed writes, in a folder of its own. */
function built(env: Record<string, string>, folder: string, node?: string): Record<string, string> {
  const root = scratch();
  const source = join(root, folder, "source");
  mkdirSync(source, { recursive: true });
  copyFileSync(SEED, join(source, "2019-12-17-engineering-job-ladder.md"));
  expect(
    rungbook(join(root, folder), ["build", "--quiet"], { env, ...(node && { node }) }).code,
  ).toBe(0);
  const output = join(root, folder, "output");
  return Object.fromEntries(
    readdirSync(output).map((name) => [name, hash(readFileSync(join(output, name)))]),
  );
}

test("law 3: the bytes are the same in other processes, time zones, locales and folders", () => {
  const first = built({ TZ: "UTC", LC_ALL: "C" }, ".");
  expect(Object.keys(first)).toHaveLength(4);
  expect(
    built({ TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR" }, "a/ü b"),
  ).toEqual(first);
  expect(built({ TZ: "America/Anchorage", LC_ALL: "ar_EG.UTF-8" }, "c")).toEqual(first);
});

describe.each(["node22", "node24"])("law 3 on %s", (name) => {
  const node = join("node_modules/.cache/nodes/node_modules", name, "bin/node");
  test.skipIf(!existsSync(node))("(skipped where .ci/run could not install it)", () => {
    expect(built({}, "other", resolve(node))).toEqual(built({}, "this"));
  });
});

test("law 3: two builds in one process give the same bytes", async () => {
  await fc.assert(
    fc.asyncProperty(ladders.map(drawable), async (ladder) => {
      const once = await renderAll(ladder);
      const twice = await renderAll(structuredClone(ladder));
      for (const [format, bytes] of Object.entries(once)) {
        expect(hash(twice[format as keyof typeof twice]), format).toBe(hash(bytes));
      }
    }),
    { numRuns: process.env.RUNGBOOK_LONG ? 200 : 8 },
  );
});

test("law 3: what is committed in output/ is what the post gives", () => {
  const root = join(import.meta.dirname, "../..");
  const { code, err } = rungbook(root, ["check", "--quiet"]);
  expect(err).toBe("");
  expect(code).toBe(0);
});
