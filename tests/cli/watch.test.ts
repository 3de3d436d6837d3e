import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import * as path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { CLEAN, CLI, scratch } from "./run.js";

/** A `rungbook watch` that runs, and all that it said so far. */
interface Watch {
  child: ChildProcess;
  /** Waits for words that have not been waited for yet, and gives all that was said until their line's end. */
  says(words: string | RegExp): Promise<string>;
  /** Sends a signal, and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<{ code: number | null; rest: string }>;
}

function start(cwd: string, ...args: string[]): Watch {
  const env = { ...process.env, ...CLEAN };
  const child = spawn(process.execPath, [CLI, "watch", ...args], { cwd, env });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  let heard = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      heard();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const says = async (words: string | RegExp) => {
    for (;;) {
      const lines = said.slice(0, said.lastIndexOf("\n") + 1);
      const at = lines.search(words instanceof RegExp ? words : literal(words));
      if (at >= 0) {
        const end = lines.indexOf("\n", at) + 1;
        said = said.slice(end);
        return lines.slice(0, end);
      }
      await new Promise<void>((resolve, reject) => {
        heard = resolve;
        void ended.then(() => reject(new Error(`ended before "${words}": ${said}`)));
      });
    }
  };
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return { code: await ended, rest: said };
  };
  return { child, says, stop };
}

const literal = (words: string) => new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));

const post = (text: string) => `# A post\n\n${text}\n`;
const ONE = "source/2027-01-01-one.md";
const MD = ["--format", "md"];

const read = (folder: string, name: string) => readFileSync(path.join(folder, name), "utf8");
const write = (folder: string, name: string, text: string | Uint8Array) =>
  writeFileSync(path.join(folder, name), text);

/** Saves as many editors do: beside the file, and then into its place. */
function saveByRename(folder: string, name: string, text: string): void {
  write(folder, `${name}.new`, text);
  renameSync(path.join(folder, `${name}.new`), path.join(folder, name));
}

test("builds what changes and nothing else, however it is saved, and ends well", async () => {
  const folder = scratch({ [ONE]: post("first"), "source/2027-01-02-two.md": post("second") });
  const watch = start(folder, ...MD);
  expect(await watch.says("watching")).toContain("2 posts, 2 files: 2 written");
  const untouched = statSync(path.join(folder, "output/two.md")).mtimeMs;

  write(folder, ONE, post("saved"));
  expect(await watch.says("1 post, 1 file: 1 written")).not.toContain("two");
  expect(read(folder, "output/one.md")).toContain("saved");

  saveByRename(folder, ONE, post("renamed into place"));
  await watch.says("1 post, 1 file: 1 written");
  expect(read(folder, "output/one.md")).toContain("renamed into place");

  // Again, since what is watched is another file by now.
  saveByRename(folder, ONE, post("a second time"));
  await watch.says("1 post, 1 file: 1 written");
  expect(statSync(path.join(folder, "output/two.md")).mtimeMs).toBe(untouched);

  const { code, rest } = await watch.stop("SIGINT");
  expect({ code, rest }).toEqual({ code: 0, rest: "" });
});

test("tells errors in a post and goes on; a post may go, come and be renamed", async () => {
  const folder = scratch({ [ONE]: post("first") });
  const watch = start(folder, ...MD);
  await watch.says("watching");

  write(folder, ONE, "---\nslug: [\n---\n\n# A post\n");
  expect(await watch.says(/^1 post, 0 files/m)).toContain(`${ONE}:`);
  expect(read(folder, "output/one.md")).toContain("first");
  write(folder, ONE, post("mended"));
  await watch.says("1 post, 1 file: 1 written");

  rmSync(path.join(folder, ONE));
  await watch.says(`${ONE}: gone`);
  write(folder, ONE, post("back"));
  await watch.says("1 post, 1 file: 1 written");
  expect(read(folder, "output/one.md")).toContain("back");

  renameSync(path.join(folder, ONE), path.join(folder, "source/2027-01-01-other.md"));
  await watch.says("output/other.md");
  expect((await watch.stop("SIGTERM")).code).toBe(0);
});

test("waits for a folder that is not there yet, and for one that was taken away", async () => {
  const folder = scratch({ [`later/${ONE}`]: post("first") });
  const watch = start(folder, ...MD);
  expect(await watch.says("watching")).toContain("source: error No such file or folder");

  // Twenty posts that come at once are one build.
  for (let index = 10; index < 30; index++) {
    write(folder, `later/source/2027-01-${index}-p${index}.md`, post(`${index}`));
  }
  renameSync(path.join(folder, "later/source"), path.join(folder, "source"));
  await watch.says("21 posts, 21 files: 21 written");

  renameSync(path.join(folder, "source"), path.join(folder, "away"));
  await watch.says("source: error No such file or folder");
  mkdirSync(path.join(folder, "source"));
  write(folder, ONE, post("anew"));
  await watch.says("1 post, 1 file: 1 written");
  expect(read(folder, "output/one.md")).toContain("anew");
  expect((await watch.stop("SIGINT")).code).toBe(0);
});

test("hears of images of a post, before they are there too, and of the theme", async () => {
  const PIXEL = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8BQDwAEgAF/pooBPQAAAABJRU5ErkJggg==",
    "base64",
  );
  const folder = scratch({
    [ONE]: post("![A dot](img/dot.png)"),
    "source/2027-01-02-two.md": post("second"),
    "own.yaml": "extends: default\n",
  });
  const watch = start(folder, "--format", "docx,pdf", "--theme", "own.yaml");
  expect(await watch.says("watching")).toContain("image-not-embedded");

  mkdirSync(path.join(folder, "source/img"));
  write(folder, "source/img/dot.png", PIXEL);
  await watch.says("1 post, 2 files: 2 written");

  write(folder, "own.yaml", 'extends: default\ncolors: { title: "#ffffff" }\n');
  expect(await watch.says(/^0 posts/m)).toContain("own.yaml:2:18: error");
  const before = readFileSync(path.join(folder, "output/two.pdf"));
  write(folder, "own.yaml", 'extends: default\ncolors: { title: "#103050" }\n');
  await watch.says("2 posts, 4 files: 2 written, 2 unchanged");
  expect(readFileSync(path.join(folder, "output/two.pdf")).equals(before)).toBe(false);
  expect((await watch.stop("SIGINT")).code).toBe(0);
});

test("takes a burst of saves together, the last one counts, and its own files wake it not", async () => {
  const folder = scratch({ [ONE]: post("first") });
  // Its own files stand beside the post.
  const watch = start(folder, ...MD, "--format", "json", "--out", "source");
  await watch.says("watching");
  const saves = 50;
  for (let save = 1; save <= saves; save++) write(folder, ONE, post(`save ${save}.`));
  const said: string[] = [];
  while (!read(folder, "source/one.json").includes(`save ${saves}.`)) {
    said.push(await watch.says("1 post, 1 file"));
  }
  expect(said.length).toBeLessThan(saves / 5);

  // A build that its own file had woken would be told before the one that is asked for now.
  saveByRename(folder, ONE, post("the end"));
  expect(await watch.says("1 post, 1 file: 1 written")).toMatch(/^\S+one\.json.*\n1 post.*\n$/);
  const { code, rest } = await watch.stop("SIGINT");
  expect({ code, rest }).toEqual({ code: 0, rest: "" });
  expect(existsSync(path.join(folder, "output"))).toBe(false);
});

test("an interrupted first build is finished whole", async () => {
  const folder = scratch({ [ONE]: post("first") });
  const watch = start(folder);
  await watch.says("output/one.json");
  expect((await watch.stop("SIGTERM")).code).toBe(0);
  for (const format of ["pdf", "docx", "md", "json"]) {
    expect(existsSync(path.join(folder, `output/one.${format}`))).toBe(true);
  }
});
