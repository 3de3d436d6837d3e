import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { CLI, rungbook, scratch } from "./run.js";

const ROUNDS = process.env.RUNGBOOK_LONG ? 200 : 12;

const post = (bullets: number, word: string): string =>
  `# Ladder\n\n${Array.from({ length: bullets }, (_, i) => `- ${word} ${i}\n`).join("")}`;

test("a full disk is told, and leaves neither a half file nor a temporary one", (context) => {
  const folder = scratch({ "source/post.md": post(5000, "bullet") });
  const out = path.join(folder, "output");
  mkdirSync(out);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", out]);
  context.skip(mounted.status !== 0, "mounting a small disk needs root");
  onTestFinished(() => void spawnSync("umount", [out]));
  writeFileSync(path.join(out, "post.json"), "old");
  const { code, err } = rungbook(folder, ["build", "--format", "json"]);
  expect(err).toBe("output/post.json: error No space left on the disk (unwritable)\n");
  expect(code).toBe(2);
  expect(readdirSync(out)).toEqual(["post.json"]);
  expect(readFileSync(path.join(out, "post.json"), "utf8")).toBe("old");
});

test("a read-only folder is told", (context) => {
  const folder = scratch({ "source/post.md": "# Post\n" });
  const out = path.join(folder, "output");
  mkdirSync(out);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "ro", "tmpfs", out]);
  context.skip(mounted.status !== 0, "mounting a read-only disk needs root");
  onTestFinished(() => void spawnSync("umount", [out]));
  const { code, err } = rungbook(folder, ["build", "--format", "md"]);
  expect(err).toContain("output/post.md: error Permission denied: the file system is read-only");
  expect(code).toBe(2);
});

test("a build killed at any moment leaves each file the old one or the new one", async () => {
  const source = (name: string) => path.join(folder, "source", name);
  const folder = scratch({ "source/post.md": post(400, "one") });
  const build = ["build", "--format", "md,json"];
  const given = new Map<string, string[]>();
  const seen = (name: string) => readFileSync(path.join(folder, "output", name), "utf8");
  for (const word of ["two", "one"]) {
    writeFileSync(source("post.md"), post(400, word));
    expect(rungbook(folder, build).code).toBe(0);
    for (const name of ["post.md", "post.json"]) {
      given.set(name, [...(given.get(name) ?? []), seen(name)]);
    }
  }
  const full = timed(() => rungbook(folder, build));
  for (let round = 0; round < ROUNDS; round++) {
    writeFileSync(source("post.md"), post(400, round % 2 === 0 ? "two" : "one"));
    const child = spawn(process.execPath, [CLI, ...build], { cwd: folder, stdio: "ignore" });
    // Most of a run is start-up; the writing is near its end.
    await wait(full * (0.5 + (0.7 * round) / ROUNDS));
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    for (const [name, either] of given) expect(either).toContain(seen(name));
  }
});

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
