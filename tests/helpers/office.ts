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

/** A DOCX as LibreOffice opens and saves it, in a profile of its own. */
export function savedByOffice(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "rungbook-office-"));
  try {
    writeFileSync(join(folder, "a.docx"), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, "saved");
    const convert = ["--headless", profile, "--convert-to", "docx", "--outdir", out];
    execFileSync("soffice", [...convert, join(folder, "a.docx")], { stdio: "ignore" });
    return readFileSync(join(out, "a.docx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
