import { type Context, type Option, type Options, UsageError } from "../command.js";

/** The services for which there is a job to check the ladder. */
export const SERVICES = ["github", "gitlab", "none"] as const;

/** What a new repository is to have. */
export interface Answers {
  /** The ladder's title. */
  title: string;
  company: string;
  ci: (typeof SERVICES)[number];
}

/** The options of `init`. */
export const INIT_OPTIONS: readonly Option[] = [
  { flags: "--title <text>", summary: `the ladder's title ("Engineering Job Ladder")` },
  { flags: "--company <name>", summary: `the company's name ("Our Company")` },
  {
    flags: "--ci <service>",
    summary: `a job that checks the ladder: ${SERVICES.join(", ")} (github)`,
  },
  { flags: "-y, --yes", summary: "ask nothing" },
];

const QUESTIONS = [
  { name: "title", message: "What is the ladder called?", initial: "Engineering Job Ladder" },
  { name: "company", message: "What is the company called?", initial: "Our Company" },
  { name: "ci", message: "Where is it to be checked?", initial: "github", choices: SERVICES },
] as const;

/** What the options say, the rest asked for; null: the user wants to stop. */
export async function answersOf(options: Options, context: Context): Promise<Answers | null> {
  const open = QUESTIONS.filter(({ name }) => options[name] === undefined);
  const asked = await ask(open, options, context);
  if (!asked) return null;
  const answers = new Map(open.map(({ name }, index) => [name, asked[index]]));
  const text = (name: keyof Answers) => String(options[name] ?? answers.get(name)).trim();
  const [title, company, ci] = [text("title"), text("company"), text("ci")];
  for (const [name, value] of Object.entries({ title, company })) {
    const wrong = wrongText(value);
    if (wrong) throw new UsageError(`unexpected --${name}, expected ${wrong}`);
  }
  const service = SERVICES.find((each) => each === ci);
  if (!service) throw new UsageError(`unknown service "${ci}", expected ${SERVICES.join(", ")}`);
  return { title, company, ci: service };
}

async function ask(
  open: readonly (typeof QUESTIONS)[number][],
  { yes }: Options,
  context: Context,
): Promise<readonly string[] | null> {
  if (open.length === 0 || yes === true) return open.map(({ initial }) => initial);
  if (context.ask) return context.ask(open.map((each) => ({ ...each, wrong: wrongText })));
  const flags = open.map(({ name }) => `--${name}`).join(", ");
  throw new UsageError(`nobody to ask: expected ${flags}, or --yes`);
}

/** What is expected of a name or a title, where this is none. */
const wrongText = (text: string): string | undefined =>
  // Braces are slots in the foot of a page.
  /^[^\p{C}{}]{1,100}$/u.test(text.trim())
    ? undefined
    : "1 to 100 characters on one line, without { and }";
