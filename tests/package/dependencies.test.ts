import { readFileSync } from "node:fs";
import * as path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");
const json = (name: string) => JSON.parse(readFileSync(path.join(ROOT, name), "utf8"));
const manifest = json("package.json");

/** A package as the lock file has it. */
interface Locked {
  version: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  dev?: boolean;
  peer?: boolean;
  hasInstallScript?: boolean;
}

/** What an installation without the tools of development has: names and what is known of them. */
const shipped = Object.entries<Locked>(json("package-lock.json").packages)
  .filter(([place, { dev }]) => place !== "" && dev !== true)
  .map(([place, locked]) => ({ name: place.replace(/^.*node_modules\//, ""), ...locked }));

/** SPDX identifiers of licences that ask for nothing but their own text. */
const ALLOWED = new Set([
  ...["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "OFL-1.1", "CC0-1.0"],
  ...["BlueOak-1.0.0", "Python-2.0", "Unlicense", "Bitstream-Vera"],
]);

/** What the files of packages say that name no licence by its identifier. */
const READ_BY_HAND: Record<string, string> = {
  // "MIT" in its package.json's old form, and in its Readme.
  format: "MIT",
  // Its LICENSE is MIT's text.
  "png-js": "MIT",
  // "Bitstream Vera Fonts Copyright": free but for the sale of the fonts alone; changes are in the public domain.
  "dejavu-fonts-ttf": "Bitstream-Vera",
};

const licencesOf = ({ name, license }: { name: string; license?: string }): string[] =>
  (READ_BY_HAND[name] ?? license ?? "none").replace(/[()]/g, "").split(/ AND | OR /);

test("every package that is installed with it has a licence that is allowed", () => {
  const wrong = shipped.flatMap((each) =>
    licencesOf(each)
      .filter((licence) => !ALLOWED.has(licence))
      .map((licence) => `${each.name}@${each.version}: ${licence}`),
  );
  expect(shipped.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

test("nothing runs at an installation: no script of ours, none of what is installed with it", () => {
  const ours = Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$/.test(name));
  const theirs = shipped.filter(({ hasInstallScript }) => hasInstallScript === true);
  expect([...ours, ...theirs.map(({ name }) => name)]).toEqual([]);
});

test("the lock file pins each by its bytes, and names no host", () => {
  const loose = shipped.filter(({ integrity, resolved }) => !integrity || resolved !== undefined);
  expect(loose.map(({ name }) => name)).toEqual([]);
});

test("the README says of each dependency what it is for", () => {
  const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
  const table = readme.slice(readme.indexOf("| package | what for |"));
  const rows = table.slice(0, table.indexOf("\n\n")).matchAll(/^\| `([^`]+)` \| \S.* \|$/gm);
  expect([...rows].map(([, name]) => name)).toEqual(Object.keys(manifest.dependencies).sort());
});
