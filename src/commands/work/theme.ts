import * as path from "node:path";
import { kindOf, noteRead } from "../../files/index.js";
import { nearest } from "../../nearest.js";
import type { Finding } from "../../report/report.js";
import type { Theme } from "../../theme/theme.js";
import { type Context, UsageError } from "../command.js";
import { shown } from "../posts/index.js";
import type { Target } from "./target.js";

/** The theme of a target; null: it has errors, or none is needed. */
export interface ChosenTheme {
  theme: Theme | null;
  findings: Finding[];
}

/** The theme of a project, where none is named. */
export const PROJECT_THEME = "templates/theme.yaml";

/** The theme where none is named and the project has none. */
const DEFAULT = "default";

/** Reads the theme that a target names; without a PDF to write, only one that is named. */
export async function chooseTheme(
  { theme, formats }: Target,
  context: Context,
): Promise<ChosenTheme> {
  if (typeof theme === "object") return { theme, findings: [] };
  if (theme === undefined && !formats.includes("pdf")) return { theme: null, findings: [] };
  const { value, messages } = await read(theme ?? unnamed(context), context);
  const findings = messages.map((each) => ({
    file: each.file ?? DEFAULT,
    message: each,
    ...(each.fatal === true && { failure: true as const }),
  }));
  return { theme: value, findings };
}

function unnamed({ cwd }: Context): string {
  const file = path.resolve(cwd, PROJECT_THEME);
  noteRead(file);
  return kindOf(file) === null ? DEFAULT : PROJECT_THEME;
}

async function read(name: string, { cwd }: Context) {
  // Loaded here, since `--help` and a mistyped name need no YAML.
  const { readShippedTheme, readThemeFile, THEME_FILE } = await import("../../theme/read.js");
  if (THEME_FILE.test(name)) return readThemeFile(path.resolve(cwd, name), shown(name));
  const { shippedThemes } = await import("../../theme/shipped.js");
  const read = await readShippedTheme(name);
  if (!read) throw new UsageError(unknownTheme(name, shippedThemes()));
  return read;
}

const unknownTheme = (name: string, names: readonly string[]): string =>
  `unknown theme "${name}"${nearest(name, names)}, expected ${names.join(", ")}, or a .yaml file`;
