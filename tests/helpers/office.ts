import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** True where LibreOffice is installed. */
export const hasOffice = ((): boolean => {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** Why a test that needs it is skipped. */
export const WITHOUT_OFFICE = "needs LibreOffice (soffice)";

/** DOCX files as LibreOffice opens them and saves them in a format, all in one run and a profile of its own. */
export function madeByOffice(files: readonly Uint8Array[], to: "docx" | "pdf"): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), "rungbook-office-"));
  try {
    const paths = files.map((_, index) => join(folder, `${index}.docx`));
    for (const [index, bytes] of files.entries()) writeFileSync(paths[index] as string, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, "made");
    const convert = ["--headless", profile, "--convert-to", to, "--outdir", out, ...paths];
    execFileSync("soffice", convert, { stdio: "ignore" });
    return files.map((_, index) => readFileSync(join(out, `${index}.${to}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A DOCX as LibreOffice opens and saves it. */
export const savedByOffice = (bytes: Uint8Array): Uint8Array =>
  madeByOffice([bytes], "docx")[0] as Uint8Array;
