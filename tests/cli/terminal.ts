import { spawn, spawnSync } from "node:child_process";
import { CLEAN, CLI } from "./run.js";

/** True where a terminal can be had: script(1) of util-linux makes one. */
export const hasScript = spawnSync("script", ["--version"]).status === 0;

/** Why a test that needs it is skipped. */
export const WITHOUT_SCRIPT = "needs script(1)";

/** What a terminal shows while a user answers the questions, each once it stands there. */
export function onTerminal(
  folder: string,
  args: string[],
  answers: Record<string, string> = {},
): Promise<string> {
  const command = [process.execPath, CLI, ...args].map((each) => `'${each}'`).join(" ");
  const env = { ...process.env, ...CLEAN, RUNGBOOK_PASSWORD: undefined };
  const child = spawn("script", ["-qec", command, "/dev/null"], { cwd: folder, env });
  const left = new Map(Object.entries(answers));
  let shown = "";
  child.stdout.on("data", (data: Buffer) => {
    shown += data.toString();
    for (const [question, answer] of left)
      if (shown.endsWith(question) && left.delete(question)) child.stdin.write(answer);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve(shown));
  });
}
