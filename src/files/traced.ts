import { AsyncLocalStorage } from "node:async_hooks";
import { stampOf } from "./look.js";

/** Files as they were when work read them, or looked for them: their absolute paths and stamps. */
export type Stamps = ReadonlyMap<string, string | null>;

const reading = new AsyncLocalStorage<Map<string, string | null>>();

/** Notes that a file is about to be read: before it is, so that no later change is taken for an old one. */
export function noteRead(file: string): void {
  const stamps = reading.getStore();
  if (stamps && !stamps.has(file)) stamps.set(file, stampOf(file));
}

/** Does work, and tells which files it read or looked for by `readFile` and `readInside`. */
export async function traced<T>(work: () => Promise<T>): Promise<{ value: T; read: Stamps }> {
  const read = new Map<string, string | null>();
  return { value: await reading.run(read, work), read };
}

/** Whether every file is as it was. */
export const areStill = (stamps: Stamps): boolean =>
  [...stamps].every(([file, stamp]) => stampOf(file) === stamp);
