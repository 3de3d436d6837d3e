import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { rungbook, SEED, scratch } from "../cli/run.js";
import { hasScript, onTerminal, WITHOUT_SCRIPT } from "../cli/terminal.js";
import { made, orderOf, sharedOf, shipped } from "./made.js";

const hasQpdf = spawnSync("qpdf", ["--version"]).status === 0;
const WITHOUT = "needs qpdf";
const NONE = { print: false, copy: false, edit: false };

async function encrypted(password: string, permissions = NONE): Promise<string> {
  const template = await shipped("role");
  const encryption = { password, permissions };
  const shared = sharedOf(template, { formats: ["pdf"], encryption });
  const { pdf } = await made(orderOf(template, { "candidate.name": "Ann Example" }), shared);
  const file = join(scratch(), "packet.pdf");
  writeFileSync(file, pdf);
  return file;
}

const qpdf = (...args: string[]) => spawnSync("qpdf", args, { encoding: "utf8" });

test("opens with its password alone, in AES-256 of revision 6", async (context) => {
  if (!hasQpdf) context.skip(WITHOUT);
  const file = await encrypted("correct horse");
  expect(qpdf("--check", "--password=correct horse", file)).toMatchObject({
    status: 0,
    stderr: "",
  });
  expect(qpdf("--check", "--password=wrong", file).stderr).toContain("invalid password");
  expect(qpdf("--check", file).stderr).toContain("invalid password");
  const { stdout } = qpdf("--show-encryption", "--password=correct horse", file);
  expect(stdout).toContain("R = 6");
  expect(stdout).toContain("file encryption method: AESv3");
});

test("holds what the open one holds, and nothing of it can be read", async (context) => {
  if (!hasQpdf) context.skip(WITHOUT);
  const file = await encrypted("pässwörd 漢字");
  const plain = `${file}.plain.pdf`;
  expect(qpdf("--decrypt", "--password=pässwörd 漢字", file, plain).status).toBe(0);
  const text = execFileSync("pdftotext", [plain, "-"], { encoding: "utf8" });
  expect(text).toContain("Ann Example");
  expect(text).toContain("You help mentor new hires.");
  const [raw, opened] = [file, plain].map((each) => readFileSync(each, "latin1"));
  expect(raw).not.toMatch(/Ann Ex|Software|Engineering Job Ladder|xmpmeta/);
  expect(opened).toContain("xmpmeta");
  expect(opened).not.toContain("pdfaid");
});

test.for(["print", "copy", "edit"] as const)(
  "gives the right to %s alone",
  async (right, context) => {
    if (!hasQpdf) context.skip(WITHOUT);
    const file = await encrypted("x", { ...NONE, [right]: true });
    const { stdout } = qpdf("--show-encryption", "--password=x", file);
    const lines = {
      print: /print high resolution: allowed/,
      copy: /extract for any purpose: allowed/,
      edit: /modify anything: allowed/,
    };
    for (const [name, line] of Object.entries(lines))
      expect([name, line.test(stdout)]).toEqual([name, name === right]);
    expect(stdout).toContain("extract for accessibility: allowed");
  },
);

test("any password opens its file, and gives the same bytes again", async (context) => {
  if (!hasQpdf) context.skip(WITHOUT);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }), async (text) => {
      const password = text.replace(/\p{Cc}/gu, "x");
      const [one, two] = [await encrypted(password), await encrypted(password)];
      const key = join(scratch({ key: password.normalize("NFKC") }), "key");
      expect(qpdf(`--password-file=${key}`, "--check", one).status).toBe(0);
      expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
    }),
    { numRuns: 15 },
  );
});

const PACKET = ["packet", "--post", SEED, "--template", "role", "--level", "se-l1", "--encrypt"];

test("the password comes from the environment or a file, and is no argument", async (context) => {
  if (!hasQpdf) context.skip(WITHOUT);
  const folder = scratch({ "key.txt": "from a file\n" });
  const env = { RUNGBOOK_PASSWORD: "from outside" };
  expect(rungbook(folder, [...PACKET, "--out", "a.pdf"], { env }).code).toBe(0);
  expect(qpdf("--check", "--password=from outside", join(folder, "a.pdf")).status).toBe(0);
  expect(rungbook(folder, [...PACKET, "--password-file", "key.txt", "--out", "b.pdf"]).code).toBe(
    0,
  );
  expect(qpdf("--check", "--password=from a file", join(folder, "b.pdf")).status).toBe(0);
  expect(rungbook(folder, [...PACKET, "--out", "c.pdf"]).err).toContain("no password given");
  expect(rungbook(folder, [...PACKET, "--password", "x"]).err).toContain("unknown option");
  const docx = rungbook(folder, [...PACKET, "--format", "pdf,docx"], { env });
  expect([docx.code, docx.err]).toEqual([
    2,
    "error: --encrypt protects PDFs alone, expected --format pdf\n",
  ]);
});

test("on a terminal it is asked for twice, and not shown", async (context) => {
  if (!hasScript) context.skip(WITHOUT_SCRIPT);
  const folder = scratch();
  const args = [...PACKET, "--out", "a.pdf"];
  const shown = await onTerminal(folder, args, { "Password: ": "typed\r", "Again: ": "typed\r" });
  expect(shown.replaceAll("\r", "")).toBe("Password: \nAgain: \na.pdf: pdf written\n");
  if (hasQpdf) expect(qpdf("--check", "--password=typed", join(folder, "a.pdf")).status).toBe(0);
  const other = await onTerminal(folder, args, { "Password: ": "typed\r", "Again: ": "other\r" });
  expect(other).toContain("error: the two passwords differ");
  expect(await onTerminal(folder, args, { "Password: ": "\u0004" })).toContain(
    "error: no password given",
  );
});
