import { build } from "./build.js";
import { check } from "./check.js";
import type { Command } from "./command.js";
import { diff } from "./diff.js";
import { merge } from "./merge.js";
import { packet } from "./packet.js";
import { read } from "./read.js";
import { schema } from "./schema.js";

/** The commands, in the order of the help. */
export const COMMANDS = [
  build,
  check,
  diff,
  merge,
  packet,
  read,
  schema,
] as const satisfies readonly Command[];
