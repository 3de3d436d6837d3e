import type { Command, Option } from "../command.js";

/** The shells that there is a script for. */
export const SHELLS = ["bash", "zsh", "fish"] as const;

/** Makes the script of a shell; where nothing else fits, each completes the names of files. */
export const SCRIPTS = { bash, zsh, fish } satisfies Record<
  (typeof SHELLS)[number],
  (commands: readonly Command[]) => string
>;

/** An option's names, without dashes, and whether a value follows. */
function namesOf({ flags }: Option): { long: string; short: string | undefined; value: boolean } {
  const [, long = ""] = /--([\w-]+)/.exec(flags) ?? [];
  return { long, short: /^-(\w)/.exec(flags)?.[1], value: /[<[]/.test(flags) };
}

/** GNU bash's manual, 8.6: Programmable Completion. */
function bash(commands: readonly Command[]): string {
  const cases = commands.map(({ name, options }) => {
    const words = [...options.map((each) => `--${namesOf(each).long}`), "--help"];
    return `      ${name}) words="${words.join(" ")}" ;;\n`;
  });
  return `_rungbook() {
  local cur=\${COMP_WORDS[COMP_CWORD]} words=
  if ((COMP_CWORD == 1)); then
    words="${commands.map(({ name }) => name).join(" ")} help --help --version"
  elif [[ $cur == -* ]]; then
    case \${COMP_WORDS[1]} in
${cases.join("")}    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _rungbook rungbook
`;
}

/** zsh's manual, 20: Completion System. */
function zsh(commands: readonly Command[]): string {
  const names = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}\n`);
  const cases = commands.map(({ name, options }) => {
    const specs = options.map((each) => ` \\\n        ${quoted(zshOption(each))}`);
    return `    ${name})\n      _arguments${specs.join("")} \\\n        '*:file:_files' ;;\n`;
  });
  return `#compdef rungbook
_rungbook() {
  local -a commands=(
${names.join("")}  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  case $words[2] in
${cases.join("")}  esac
}
compdef _rungbook rungbook
`;
}

function zshOption(option: Option): string {
  const { long, value } = namesOf(option);
  const summary = option.summary.replace(/[[\]:]/g, "\\$&");
  return `--${long}[${summary}]${value ? ":value:_files" : ""}`;
}

/** fish's manual: complete. */
function fish(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c rungbook -f -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ...options.map((each) => {
      const { long, short, value } = namesOf(each);
      const names = `${short ? `-s ${short} ` : ""}-l ${long}${value ? " -r" : ""}`;
      const seen = quoted(`__fish_seen_subcommand_from ${name}`);
      return `complete -c rungbook -n ${seen} ${names} -d ${quoted(each.summary)}`;
    }),
  ]);
  return `${lines.join("\n")}\n`;
}

/** A text as one word of each of these shells, which have no way in common to write an apostrophe in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", "’")}'`;
