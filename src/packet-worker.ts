import * as module from "node:module";
import { workerData } from "node:worker_threads";
import { readPackageFile, readProfile } from "./files/index.js";
import { type Answer, cook, type Task } from "./packet/batch/kitchen.js";
import type { ThreadData } from "./packet/batch/pool.js";
import type { Shared } from "./packet/make.js";

(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

const { shared: given, images, reference } = workerData as ThreadData;

const shared: Shared = {
  ...given,
  resources: {
    image: (src) => images.get(src) ?? null,
    font: readPackageFile,
    profile: readProfile,
    theme: given.theme,
    reference: reference ?? null,
  },
};

/** Makes packets in a thread of a pool. */
export default (task: Task): Promise<Answer> => cook(task, shared);
