import { build } from "./build.js";
import { check } from "./check/index.js";
import type { Command } from "./command.js";
import { completion } from "./completion/index.js";
import { diff } from "./diff/index.js";
import { init } from "./init/index.js";
import { lint } from "./lint/index.js";
import { merge } from "./merge/index.js";
import { packet } from "./packet/index.js";
import { read } from "./read.js";
import { schema } from "./schema.js";
import { watch } from "./watch/index.js";

/** The commands, in the order of the help. */
export const COMMANDS = [
  build,
  check,
  completion,
  diff,
  init,
  lint,
  merge,
  packet,
  read,
  schema,
  watch,
] as const satisfies readonly Command[];
