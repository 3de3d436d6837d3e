import * as path from "node:path";
import { createInside, FileError, makeFolder } from "../../files/index.js";
import type { Command, Context } from "../command.js";
import { shown } from "../posts/index.js";
import { answersOf, INIT_OPTIONS } from "./answers.js";
import { filesFor, type NewFile } from "./files.js";

/** Makes a repository ready for a ladder. */
export const init: Command = {
  name: "init",
  summary: "make a first post, a theme and a CI job; overwrite nothing",
  arguments: { name: "[dir]", summary: "folder of the repository (default: this one)" },
  options: INIT_OPTIONS,
  help: `On a terminal it asks for what no option says. A file that is there already is left as it is.`,
  async run([name = "."], options, context) {
    const answers = await answersOf(options, context);
    if (!answers) return 2;
    const folder = path.resolve(context.cwd, name);
    try {
      makeFolder(folder);
      const files = await filesFor(answers, folder, context);
      const made = files.map((file) => make(file, folder, name, context));
      context.out(nextSteps(name, made.some(Boolean)));
      return 0;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      context.err(`error: ${shown(name)}: ${error.message}\n`);
      return 2;
    }
  },
};

/** Makes one file, or leaves the one that is there, and tells which. */
function make(file: NewFile, folder: string, name: string, context: Context): boolean {
  const made = !file.present && createInside(folder, file.path, file.bytes);
  const note = made || !file.note ? "" : `; ${file.note}`;
  context.out(`${made ? "made" : "left"}  ${shown(path.join(name, file.path))}${note}\n`);
  return made;
}

function nextSteps(name: string, any: boolean): string {
  if (!any) return "Nothing to do: all of it is there.\n";
  const there = name === "." ? "" : `cd ${name}, then `;
  return `Next: ${there}npm install, npx rungbook build, and commit all of it with output/ and package-lock.json.\n`;
}
