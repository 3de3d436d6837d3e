import type { ImageFile, Resources } from "../../resources.js";
import type { Shared } from "../make.js";
import { type Answer, cook, type Task } from "./kitchen.js";

/** So many packets are under way in a thread: none waits for a disk or for its next, and no queue grows. */
export const AHEAD = 8;

/** Makes packets. */
export interface Pool {
  run(task: Task): Promise<Answer>;
  close(): Promise<void>;
}

/** What a thread is given at its start: all that can be handed over. */
export interface ThreadData {
  shared: Omit<Shared, "resources">;
  images: ReadonlyMap<string, ImageFile>;
  reference: Resources["reference"];
}

/** Makes packets in this thread. */
export const ownPool = (shared: Shared): Pool => ({
  run: (task) => cook(task, shared),
  close: async () => {},
});

/** Makes packets in threads that run the script at a URL. */
export async function threadPool(
  script: string,
  threads: number,
  { shared, images }: { shared: Shared; images: ReadonlyMap<string, ImageFile> },
): Promise<Pool> {
  const { Piscina } = await import("piscina");
  const { resources, ...rest } = shared;
  const workerData: ThreadData = { shared: rest, images, reference: resources.reference };
  const pool = new Piscina<Task, Answer>({
    filename: script,
    workerData,
    minThreads: threads,
    maxThreads: threads,
    // While a disk takes the files of one, the next one is made.
    concurrentTasksPerWorker: AHEAD,
  });
  return { run: (task) => pool.run(task), close: () => pool.destroy() };
}
