import { FileError, Watcher } from "../../files/index.js";
import type { Command, Context, Options } from "../command.js";
import { RENDERING_OPTIONS, reporterOf, targetOf } from "../options.js";
import { Watched } from "./watched.js";

/** Builds posts whenever they change. */
export const watch: Command = {
  name: "watch",
  summary: "write the renderings of posts, and again whenever a post changes",
  arguments: { name: "[post...]", summary: "posts, or folders of posts (default: source)" },
  options: RENDERING_OPTIONS,
  help: `A post is built anew when it changes, or an image in it; all are when the theme or the
reference does. Errors are told, and it goes on. Ctrl-C ends it (exit code 0).`,
  async run(names, options, context) {
    const watched = new Watched(names, targetOf(options), context);
    const watcher = new Watcher();
    try {
      await rounds(watched, watcher, options, context);
      return 0;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      context.err(`error: ${error.message}\n`);
      return 2;
    } finally {
      await watcher.close();
      await watched.close();
    }
  },
};

/** A build, and one more after each burst of changes, until somebody wants it to stop. */
async function rounds(
  watched: Watched,
  watcher: Watcher,
  options: Options,
  context: Context,
): Promise<void> {
  const stop = context.interrupted ?? new AbortController().signal;
  const places = watched.places;
  await watcher.follow([], places);
  for (let round = 0; !stop.aborted; round++) {
    await watched.refresh(reporterOf(options, context));
    await watcher.follow(watched.files, places);
    if (round === 0 && options.quiet !== true) context.err("watching; Ctrl-C ends it\n");
    await watcher.settled(stop);
  }
}
