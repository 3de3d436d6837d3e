import { Command as Commander, CommanderError } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { type Command, type Context, UsageError } from "./command.js";
import { COMMANDS } from "./index.js";

/** Runs what the arguments (without node and script) ask for, and returns the exit code. */
export async function run(argv: readonly string[], context: Context): Promise<number> {
  let code = 0;
  const program = programFor(context, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    context.err(`error: ${error.message}\n`);
    return 2;
  }
}

function programFor(context: Context, done: (code: number) => void): Commander {
  const program = new Commander("rungbook")
    .description(manifest.description)
    .version(manifest.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .configureOutput({ writeOut: context.out, writeErr: context.err })
    .exitOverride();
  for (const command of COMMANDS) add(program, command, context, done);
  return program;
}

/** The values of an option that may be given several times. */
const gather = (value: string, before: string[]): string[] => [...before, value];

function add(
  program: Commander,
  command: Command,
  context: Context,
  done: (code: number) => void,
): void {
  const made = program.command(command.name).description(command.summary);
  const { name, summary } = command.arguments ?? {};
  if (name) made.argument(name, summary);
  for (const each of command.options) {
    if (each.repeatable) made.option(each.flags, each.summary, gather, []);
    else made.option(each.flags, each.summary, each.default);
  }
  if (command.help) made.addHelpText("after", `\n${command.help}`);
  made.helpOption("-h, --help", "print this help");
  made.action(async () => done(await command.run(made.args, made.opts(), context)));
}
