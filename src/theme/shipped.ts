import * as path from "node:path";
import { listFiles, ownFolder } from "../files/index.js";

/** The folder of the themes that come with this package. */
const folder = (): string => ownFolder("templates/themes/default.yaml");

/** The names of the shipped themes, sorted. */
export const shippedThemes = (): string[] =>
  listFiles(folder())
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => path.basename(file, ".yaml"))
    .sort();

/** The file of a shipped theme, and how messages show it; null: there is none of this name. */
export function shippedFile(name: string): { path: string; shown: string } | null {
  if (!shippedThemes().includes(name)) return null;
  return { path: path.join(folder(), `${name}.yaml`), shown: `templates/themes/${name}.yaml` };
}
