import * as path from "node:path";
import { FileError, kindOf, readFile } from "../../files/index.js";
import type { Settings } from "../../lint/settings.js";
import type { Finding } from "../../report/report.js";
import type { Context } from "../command.js";
import { failure } from "../findings.js";

/** A package.json larger than this (4 MiB) is none. */
const LIMIT = 4 * 1024 * 1024;

/** What the package.json of the folder sets for rules; with findings it can't be used. */
export async function lintSettings({
  cwd,
}: Context): Promise<{ settings: Settings; findings: Finding[] }> {
  const { CONFIG_FILE, readConfig } = await import("../../config/index.js");
  const file = path.join(cwd, CONFIG_FILE);
  try {
    if (kindOf(file) === null) return { settings: {}, findings: [] };
    const { value, messages } = readConfig(new TextDecoder().decode(readFile(file, LIMIT)));
    const findings = messages.map(
      (each): Finding => ({ file: CONFIG_FILE, message: each, failure: true }),
    );
    return { settings: value?.lint ?? {}, findings };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { settings: {}, findings: [failure(CONFIG_FILE, "unreadable", error.message)] };
  }
}
