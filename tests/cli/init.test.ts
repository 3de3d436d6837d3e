import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import * as path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { createInside } from "../../src/files/index.js";
import { CLEAN, CLI, rungbook, scratch } from "./run.js";

const YES = ["init", "--yes"];
const env = { SOURCE_DATE_EPOCH: "1800000000" };

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

test("what it makes builds and checks without a finding, in the theme that it made", () => {
  const folder = scratch();
  const args = [
    ...YES,
    "--title",
    'Ladder: "ours" & more',
    "--company",
    "Ä 'B' \\ C",
    "--ci",
    "gitlab",
  ];
  expect(rungbook(folder, args, { env }).code).toBe(0);
  expect(filesBelow(folder)).toEqual([
    ".gitignore",
    ".gitlab-ci.yml",
    "package.json",
    "source/2027-01-15-ladder-ours--more.md",
    "templates/theme.yaml",
  ]);
  const theme = parse(readFileSync(path.join(folder, "templates/theme.yaml"), "utf8"));
  expect(theme.footer.left).toBe("Ä 'B' \\ C · {title} · {date}");
  expect(rungbook(folder, ["build"])).toMatchObject({ code: 0, err: "" });
  expect(rungbook(folder, ["check"])).toMatchObject({ code: 0, err: "" });
  expect(rungbook(folder, ["lint"]).out).toMatch(/^1 post: 1 clean \(/m);
  const { title, author, content } = JSON.parse(
    readFileSync(path.join(folder, "output/ladder-ours--more.json"), "utf8"),
  );
  expect({ title, author }).toEqual({ title: 'Ladder: "ours" & more', author: "Ä 'B' \\ C" });
  expect(content.filter((node: { type: string }) => node.type === "track")).toHaveLength(2);
  // Without its theme the PDF is another one.
  expect(rungbook(folder, ["check", "--theme", "default", "--format", "pdf"]).code).toBe(1);
});

test("nothing is overwritten, and what was left is told", () => {
  const mine = "mine";
  const names = [
    ".github/workflows/ladder.yml",
    ".gitignore",
    "package.json",
    "templates/theme.yaml",
  ];
  const posts = ["source/own.md"];
  const folder = scratch(Object.fromEntries([...names, ...posts].map((name) => [name, mine])));
  const { code, out } = rungbook(folder, YES);
  expect(code).toBe(0);
  expect(filesBelow(folder)).toEqual([...names, ...posts].sort());
  for (const name of names) expect(readFileSync(path.join(folder, name), "utf8")).toBe(mine);
  for (const name of [...names, ...posts]) expect(out).toContain(`left  ${name}`);
  expect(out).toContain("npm install --save-dev rungbook");
});

test("no link leads out of the folder, and one to nowhere is left", () => {
  const folder = scratch({ "out/keep": "", "in/keep": "" });
  symlinkSync("../out", path.join(folder, "in/.github"));
  expect(rungbook(path.join(folder, "in"), YES)).toMatchObject({
    code: 2,
    err: "error: .: A link out of its folder\n",
  });
  expect(filesBelow(path.join(folder, "out"))).toEqual(["keep"]);

  symlinkSync("../out/made", path.join(folder, "in/link"));
  expect(createInside(path.join(folder, "in"), "link", new Uint8Array(1))).toBe(false);
  expect(existsSync(path.join(folder, "out/made"))).toBe(false);
});

test("a file is made once, whole, and nothing is left beside it", () => {
  const folder = scratch();
  mkdirSync(path.join(folder, "a"));
  const made = Array.from({ length: 20 }, (_, index) =>
    createInside(folder, "a/b", new TextEncoder().encode(`${index}`)),
  );
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(readFileSync(path.join(folder, "a/b"), "utf8")).toBe("0");
  expect(readdirSync(path.join(folder, "a"))).toEqual(["b"]);
});

test("what can't be right is told, and nothing is made", () => {
  const folder = scratch();
  const told = (...args: string[]) => rungbook(folder, ["init", ...args]).err;
  expect(told("--yes", "--ci", "jenkins")).toContain("expected github, gitlab, none");
  expect(told("--yes", "--company", "{page}")).toContain("without { and }");
  expect(told("--yes", "--title", " ")).toContain("1 to 100 characters");
  expect(told("--ci", "none")).toContain("expected --title, --company, or --yes");
  expect(filesBelow(folder)).toEqual([]);
});

test("on a terminal it asks", (context) => {
  const folder = scratch();
  const typed = path.join(folder, "type.py");
  // Types an answer whenever it is asked something: the title, nothing for the company, the third service.
  writeFileSync(typed, TYPE);
  const args = [typed, process.execPath, CLI, "init", "new"];
  const run = spawnSync("python3", args, {
    cwd: folder,
    encoding: "utf8",
    timeout: 30_000,
    env: { ...process.env, ...CLEAN, ...env },
  });
  context.skip(run.error !== undefined, "a terminal needs Python");
  expect(run.stdout).toContain("What is the ladder called?");
  expect(run.status).toBe(0);
  expect(filesBelow(path.join(folder, "new"))).toEqual([
    ".gitignore",
    "package.json",
    "source/2027-01-15-our-steps.md",
    "templates/theme.yaml",
  ]);
});

const TYPE = `
import fcntl, os, pty, struct, sys, termios
pid, fd = pty.fork()
if pid == 0: os.execv(sys.argv[1], sys.argv[1:])
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
seen, answers = b"", [(b"ladder called", b"Our Steps\\r"), (b"company called", b"\\r"), (b"be checked", b"\\x1b[B\\x1b[B\\r")]
while True:
    try: data = os.read(fd, 4096)
    except OSError: break
    if not data: break
    seen += data
    if answers and answers[0][0] in seen: os.write(fd, answers.pop(0)[1])
sys.stdout.buffer.write(seen)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;
