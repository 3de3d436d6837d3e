import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import * as path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  holds,
  listFiles,
  readFile,
  readInside,
  readPackageFile,
  sweep,
  writeFile,
} from "../src/files/index.js";
import { scratch } from "./cli/run.js";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("listFiles", () => {
  test("gives the files by code unit, without hidden ones and folders", () => {
    const folder = scratch({ b: "", B: "", ä: "", ".hidden": "", "below/c": "" });
    expect(listFiles(folder)).toEqual(["B", "b", "ä"]);
  });
});

describe("readFile", () => {
  test("refuses what is larger than the limit", () => {
    const file = path.join(scratch({ a: "12345" }), "a");
    expect(readFile(file, 5)).toHaveLength(5);
    expect(() => readFile(file, 4)).toThrow("expected at most");
  });

  test("refuses a folder and a pipe", () => {
    const folder = scratch();
    expect(() => readFile(folder, 9)).toThrow("found a folder");
    if (spawnSync("mkfifo", [path.join(folder, "pipe")]).status === 0) {
      expect(() => readFile(path.join(folder, "pipe"), 9)).toThrow("found a device or a pipe");
    }
  });
});

describe("readInside", () => {
  const folder = () => path.join(scratch({ "in/a": "a", secret: "s", "in/b/c": "c" }), "in");

  test("reads what is below the folder", () => {
    expect(readInside(folder(), "b/../a", 9)).toEqual(Buffer.from("a"));
  });

  test.each(["../secret", "b/../../secret", ".", "/etc/hostname"])("refuses %s", (name) => {
    expect(() => readInside(folder(), name, 9)).toThrow("Outside its folder");
  });

  test("refuses a link out of the folder", () => {
    const inner = folder();
    symlinkSync("../secret", path.join(inner, "link"));
    expect(() => readInside(inner, "link", 9)).toThrow("A link out of its folder");
  });
});

describe("writeFile", () => {
  test("replaces a file, keeps its mode, leaves nothing beside it", () => {
    const folder = scratch({ a: "old" });
    chmodSync(path.join(folder, "a"), 0o640);
    writeFile(path.join(folder, "a"), bytes("new"));
    expect(holds(path.join(folder, "a"), bytes("new"))).toBe(true);
    expect(statSync(path.join(folder, "a")).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  test("replaces a link and not what it leads to", () => {
    const folder = scratch({ victim: "old" });
    symlinkSync("victim", path.join(folder, "a"));
    writeFile(path.join(folder, "a"), bytes("new"));
    expect(readFileSync(path.join(folder, "victim"), "utf8")).toBe("old");
  });

  test("leaves the old file and nothing else on a full disk", (context) => {
    const folder = scratch();
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]);
    context.skip(mounted.status !== 0, "mounting a small disk needs root");
    onTestFinished(() => void spawnSync("umount", [folder]));
    writeFileSync(path.join(folder, "a"), "old");
    expect(() => writeFile(path.join(folder, "a"), new Uint8Array(100_000))).toThrow("No space");
    expect(readFileSync(path.join(folder, "a"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a"]);
  });
});

describe("sweep", () => {
  test("removes what killed builds left, and nothing that may be in use", () => {
    const old = ".a.pdf.0123456789ab.tmp";
    const folder = scratch({ [old]: "", ".a.pdf.ba9876543210.tmp": "", ".other.tmp": "", a: "" });
    mkdirSync(path.join(folder, "below"));
    const hourAgo = Date.now() / 1000 - 3600;
    for (const name of [old, ".other.tmp"]) utimesSync(path.join(folder, name), hourAgo, hourAgo);
    sweep(folder);
    expect(readdirSync(folder)).toEqual([".a.pdf.ba9876543210.tmp", ".other.tmp", "a", "below"]);
  });
});

describe("readPackageFile", () => {
  test("finds a package of this program, and one of the folder that it runs in", () => {
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(scratch({ "node_modules/@a/font/b/c.ttf": "bytes", "below/d": "" }));
    process.chdir("below");
    expect(readPackageFile("@a/font/b/c.ttf")).toEqual(Buffer.from("bytes"));
    expect(readPackageFile("dejavu-fonts-ttf/ttf/DejaVuSans.ttf")?.length).toBeGreaterThan(9999);
    expect(readPackageFile("@a/font/b/d.ttf")).toBeNull();
  });
});
