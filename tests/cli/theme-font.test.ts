import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rungbook, SEED, scratch } from "./run.js";

const FONT = "node_modules/dejavu-fonts-ttf/ttf/DejaVuSerif.ttf";

test("a theme brings a font of its own, as the bundle that users run reads it", () => {
  const folder = scratch({
    "theme.yaml": "extends: default\nfonts: { display: { regular: ./own.ttf } }\n",
    "source/2020-01-02-ladder.md": readFileSync(SEED),
  });
  copyFileSync(FONT, join(folder, "own.ttf"));
  const run = rungbook(folder, ["build", "--format", "pdf", "--theme", "theme.yaml"]);
  expect([run.code, run.err]).toEqual([0, expect.not.stringContaining("error")]);
  const pdf = readFileSync(join(folder, "output/ladder.pdf"), "latin1");
  expect(pdf).toMatch(/\/BaseFont \/\w+\+DejaVuSerif\b/);
});
