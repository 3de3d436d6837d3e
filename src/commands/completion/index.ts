import { type Command, UsageError } from "../command.js";
import { SCRIPTS, SHELLS } from "./scripts.js";

/** Prints what makes a shell complete this program's commands and options. */
export const completion: Command = {
  name: "completion",
  summary: "print the script with which a shell completes commands and options",
  arguments: { name: "<shell>", summary: SHELLS.join(", ") },
  options: [],
  help: `bash: source <(rungbook completion bash), in ~/.bashrc
zsh:  source <(rungbook completion zsh), in ~/.zshrc
fish: rungbook completion fish > ~/.config/fish/completions/rungbook.fish`,
  async run([name = ""], _options, context) {
    const shell = SHELLS.find((each) => each === name);
    if (!shell) throw new UsageError(`unknown shell "${name}", expected ${SHELLS.join(", ")}`);
    // Loaded here, since the list of commands has this one in it.
    const { COMMANDS } = await import("../index.js");
    context.out(SCRIPTS[shell](COMMANDS));
    return 0;
  },
};
