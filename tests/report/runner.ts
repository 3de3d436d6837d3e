/**
 * How the runner of GitHub Actions reads a line of a log (`ActionCommand.cs`): a command, or none.
 */
export interface RunnerCommand {
  name: string;
  properties: Record<string, string>;
  data: string;
}

/** The commands in a log. */
export const commandsIn = (log: string): RunnerCommand[] =>
  log.split(/\r\n|\r|\n/).flatMap((line) => newForm(line) ?? oldForm(line) ?? []);

function newForm(line: string): RunnerCommand | null {
  const text = line.trimStart();
  const end = text.indexOf("::", 2);
  if (!text.startsWith("::") || end < 0) return null;
  const info = text.slice(2, end);
  const space = info.indexOf(" ");
  const pairs =
    space < 0
      ? []
      : info
          .slice(space + 1)
          .trim()
          .split(",");
  const properties = pairs.map((pair) => {
    const [key = "", ...value] = pair.split("=");
    return [key, unescaped(value.join("="), ["\r", "\n", ":", ",", "%"])] as const;
  });
  const data = unescaped(text.slice(end + 2), ["\r", "\n", "%"]);
  return {
    name: space < 0 ? info : info.slice(0, space),
    properties: Object.fromEntries(properties),
    data,
  };
}

function oldForm(line: string): RunnerCommand | null {
  const [, name = "", data = ""] = /##\[([^\] ]*)[^\]]*\](.*)/.exec(line) ?? [];
  return name === "" ? null : { name, properties: {}, data };
}

const unescaped = (text: string, characters: string[]): string =>
  characters.reduce(
    (all, each) =>
      all.replaceAll(`%${each.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`, each),
    text,
  );
