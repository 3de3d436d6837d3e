import { readFileSync } from "node:fs";
import * as path from "node:path";
import { compose } from "../../src/compose/handbook.js";
import type { Ladder } from "../../src/model/ladder.js";
import { readPost } from "../../src/read/index.js";
import { readShippedTheme, readThemeFile } from "../../src/theme/read.js";
import type { Theme } from "../../src/theme/theme.js";
import { writePdf } from "../../src/write/pdf/index.js";
import { scratch } from "../cli/run.js";
import { testResources } from "../helpers/resources.js";

/** A shipped theme; what is wrong with it is thrown. */
export async function shipped(name: string): Promise<Theme> {
  const read = await readShippedTheme(name);
  if (!read?.value) throw new Error(`${name}: ${read?.messages.map(String).join("; ")}`);
  return read.value;
}

/** Reads `theme.yaml`, a file of the text given, from a folder with these files beside it. */
export async function themeOf(text: string, beside: Record<string, string | Uint8Array> = {}) {
  const folder = scratch({ ...beside, "theme.yaml": text });
  return readThemeFile(path.join(folder, "theme.yaml"), "theme.yaml");
}

/** The complaints about a theme file: "file:line:column reason". */
export async function complaints(text: string, beside: Record<string, string | Uint8Array> = {}) {
  const { value, messages } = await themeOf(text, beside);
  if (value !== null && messages.length > 0) throw new Error("a theme with errors was given out");
  return messages.map(({ file, line, column, reason }) => `${file}:${line}:${column} ${reason}`);
}

/** A theme without complaints. */
export async function themeWithout(text: string, beside: Record<string, string | Uint8Array> = {}) {
  const { value, messages } = await themeOf(text, beside);
  if (!value) throw new Error(messages.map(String).join("; "));
  return value;
}

const file = "2019-12-17-engineering-job-ladder.md";

/** The ladder of the post in `source/`. */
export const seed = readPost(readFileSync(`source/${file}`), { file }).value as Ladder;

/** The PDF of a ladder in a theme. */
export const pdfOf = (theme: Theme, ladder: Ladder = seed) =>
  writePdf({ document: compose(ladder), ladder, resources: { ...testResources(), theme } });
