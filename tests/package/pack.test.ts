import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import * as path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { SEED, scratch } from "../cli/run.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const run = (cwd: string, program: string, ...args: string[]) =>
  execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** The package's file. It is made in a copy, since making it removes the bundle that other tests run. */
function pack(): string {
  const copy = path.join(ROOT, "dist/package");
  rmSync(copy, { recursive: true, force: true });
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  mkdirSync(copy, { recursive: true });
  for (const name of [
    "src",
    "templates",
    "package.json",
    "README.md",
    "LICENSE",
    "tsconfig.json",
  ]) {
    cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  }
  // The bundler's aliases name files of packages by this path.
  cpSync(path.join(ROOT, "node_modules/cheerio"), path.join(copy, "node_modules/cheerio"), {
    recursive: true,
  });
  const [{ filename }] = JSON.parse(run(copy, "npm", "pack", "--json", "--silent"));
  return path.join(copy, filename);
}

const PROGRAM = `import { apply, build, check, diff, exitCode, lint, read, schema, type Change, type Ladder, type Report } from "rungbook";
const report: Report = await build({ formats: ["md", "json"] });
const bytes = new TextEncoder().encode("# A ladder");
const { value }: { value: Ladder | null } = await read(bytes, { file: "2027-01-01-a.md" });
const { messages } = lint(bytes, { file: "2027-01-01-a.md" });
const changes: Change[] = value ? diff(value, { ...value, content: [] }) : [];
const applied = value && apply(changes, value).value;
console.log(messages.length, changes.length, applied?.title);
console.log(exitCode(report), exitCode(await check({ formats: ["md"] })), value?.title, typeof schema.Ladder);
`;

test.skipIf(!process.env.RUNGBOOK_LONG)(
  "the package builds a post in another folder, and is a library with types",
  () => {
    const tarball = pack();
    // publint looks for what keeps a package from being used.
    run(ROOT, "npx", "publint", tarball, "--strict");
    const files = run(ROOT, "tar", "-tzf", tarball).split("\n");
    expect(files).toEqual(
      expect.arrayContaining([
        "package/dist/cli.js",
        "package/dist/types/src/index.d.ts",
        "package/templates/themes/default.yaml",
        "package/templates/init/post.md",
      ]),
    );
    expect(
      files.filter((file) => /(?:^package\/(?:src|tests|output)\/)|types\/tests/.test(file)),
    ).toEqual([]);

    const folder = scratch({ "package.json": '{ "type": "module" }', "use.ts": PROGRAM });
    run(folder, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", tarball);
    cpSync(SEED, path.join(folder, "source", path.basename(SEED)));
    run(folder, "npx", "rungbook", "build");
    expect(readdirSync(path.join(folder, "output"))).toHaveLength(4);

    const tsc = path.join(ROOT, "node_modules/typescript/bin/tsc");
    const common = [tsc, "--strict", "--target", "es2022", "--types", "node", "--skipLibCheck"];
    const roots = ["--typeRoots", path.join(ROOT, "node_modules/@types"), "use.ts"];
    run(
      folder,
      "node",
      ...common,
      "--module",
      "esnext",
      "--moduleResolution",
      "bundler",
      "--noEmit",
      ...roots,
    );
    run(folder, "node", ...common, "--module", "nodenext", ...roots);
    expect(run(folder, "node", "use.js")).toBe("1 1 a\n0 0 A ladder object\n");
  },
);
