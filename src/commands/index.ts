import { build } from "./build.js";
import { check } from "./check.js";
import type { Command } from "./command.js";
import { completion } from "./completion.js";
import { diff } from "./diff.js";
import { init } from "./init.js";
import { lint } from "./lint.js";
import { merge } from "./merge.js";
import { packet } from "./packet.js";
import { read } from "./read.js";
import { schema } from "./schema.js";
import { watch } from "./watch.js";

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
