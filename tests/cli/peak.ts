/**
 * To `--import` into a process: on standard error it tells last how much memory it had at most, in KiB.
 * Linux counts what the process that started it had into its `maxRSS` (getrusage(2): kept over an
 * execve), so that a test's own memory would be measured; the peak in /proc is the program's own.
 */
export const TELL_PEAK = `data:text/javascript,${encodeURIComponent(`
import { readFileSync } from "node:fs";
process.on("exit", () => {
  let peak = process.resourceUsage().maxRSS;
  try {
    peak = /^VmHWM:\\s+(\\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))[1];
  } catch {}
  console.error(peak);
});
`)}`;
