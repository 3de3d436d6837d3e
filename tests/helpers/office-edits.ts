import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { At } from "./edit-docx.js";
import { hasOffice } from "./office.js";

/**
 * What a person does in LibreOffice: sets the cursor to an end of a paragraph or before words of it,
 * or selects words, all words or the line with its end; or hits a key or a menu's entry, by the name
 * that LibreOffice has for it.
 */
export type Step =
  | { at: At; to: "start" | "end" | "all" | "line" | { words: string } | { before: string } }
  | { command: string; arguments: Record<string, string | number | boolean> };

/** What is done to a file until it is saved. */
export interface OfficeWork {
  steps: Step[];
  tracking?: boolean;
}

/** Sets the cursor, or selects. */
export const go = (at: At, to: Extract<Step, { at: At }>["to"]): Step => ({ at, to });

/** Hits a key. */
export const press = (command: string, values: Record<string, string | boolean> = {}): Step => ({
  command,
  arguments: values,
});

/** Types, over what is selected. */
export const type = (text: string): Step => press("InsertText", { Text: text });

/** Selects words, and types others. */
export const change = (at: At, before: string, after: string): Step[] => [
  go(at, { words: before }),
  type(after),
];

/** Cuts a line and pastes it before another one. */
export const move = (at: At, before: At): Step[] => [
  go(at, "line"),
  press("Cut"),
  go(before, "start"),
  press("Paste"),
];

const SCRIPT = fileURLToPath(new URL("office-edits.py", import.meta.url));

/** Debian's Python, for which `uno` is made, is not always the first one. */
const python = ["/usr/bin/python3", "python3"].find((program) => {
  try {
    execFileSync(program, ["-c", "import uno"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

/** True where LibreOffice can be told what to do. */
export const hasUno = hasOffice && python !== undefined;

/** Why a test that needs it is skipped. */
export const WITHOUT_UNO = "needs LibreOffice (soffice) and its Python module (python3-uno)";

/** A DOCX as LibreOffice saves it after each of these works, every one begun with the file as it is. */
export async function editedInOffice(
  bytes: Uint8Array,
  works: readonly OfficeWork[],
): Promise<Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), "rungbook-office-"));
  const jobs = works.map(({ steps, tracking = false }, index) => ({
    from: join(folder, "from.docx"),
    to: join(folder, `${index}.docx`),
    tracking,
    steps,
  }));
  writeFileSync(join(folder, "from.docx"), bytes);
  writeFileSync(join(folder, "jobs.json"), JSON.stringify(jobs));
  const pipe = basename(folder);
  const end = startOffice(folder, pipe);
  try {
    const timeout = 60_000 + 10_000 * works.length;
    await run(python as string, [SCRIPT, pipe, join(folder, "jobs.json")], { timeout });
    return jobs.map(({ to }) => readFileSync(to));
  } finally {
    await end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Starts LibreOffice, with a profile of its own; gives what sees it end. */
function startOffice(folder: string, pipe: string): () => Promise<unknown> {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const options = ["--headless", "--norestore", profile, `--accept=pipe,name=${pipe};urp`];
  // A group of its own, since soffice is a script that starts the office proper.
  const office = spawn("soffice", options, { stdio: "ignore", detached: true });
  const ended = once(office, "exit");
  return async () => {
    // The script has asked it to end, and has to be waited for: only then it takes its pipe away.
    const kill = () => process.kill(-(office.pid as number), "SIGKILL");
    const timer = setTimeout(kill, PATIENCE);
    await ended;
    clearTimeout(timer);
  };
}

const run = promisify(execFile);
/** How long LibreOffice may take to end; then it is killed. */
const PATIENCE = 10_000;
