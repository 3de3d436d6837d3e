import * as path from "node:path";
import { slug } from "github-slugger";
import manifest from "../../../package.json" with { type: "json" };
import { ownFolder, readFile } from "../../files/index.js";
import { MAX_THEME_BYTES } from "../../limits.js";
import type { Context } from "../command.js";
import { choosePosts, SOURCE } from "../posts/index.js";
import { epochOf } from "../posts/post.js";
import { PROJECT_THEME } from "../work/theme.js";
import type { Answers } from "./answers.js";

/** A file of a new repository. */
export interface NewFile {
  /** Below the repository's folder. */
  path: string;
  bytes: Uint8Array;
  /** There is something of its kind already, under whatever name. */
  present?: boolean;
  /** What is told where it is left. */
  note?: string;
}

/** Where the jobs of services stand. */
const JOBS = { github: ".github/workflows/ladder.yml", gitlab: ".gitlab-ci.yml" } as const;

/** The files that a new repository is to have. */
export async function filesFor(
  { title, company, ci }: Answers,
  folder: string,
  context: Context,
): Promise<NewFile[]> {
  const values = {
    title: JSON.stringify(title),
    company: JSON.stringify(company),
    footer: JSON.stringify(`${company} · {title} · {date}`),
  };
  const { posts } = choosePosts([], { ...context, cwd: folder });
  const post = `${SOURCE}/${dateFor(context)}${slug(title) || "ladder"}.md`;
  const job = ci === "none" ? [] : [{ path: JOBS[ci], bytes: template(`${ci}.yml`) }];
  return [
    posts[0]
      ? { path: posts[0].path, bytes: new Uint8Array(), present: true }
      : { path: post, bytes: filled(template("post.md"), values) },
    { path: PROJECT_THEME, bytes: filled(template("theme.yaml"), values) },
    ...job,
    {
      path: ".gitignore",
      bytes: new TextEncoder().encode("node_modules/\n"),
      note: "add to it: node_modules/",
    },
    { path: "package.json", bytes: packageFile(slug(title)), note: HINT },
  ];
}

const HINT = `its part: npm install --save-dev ${manifest.name}`;

/** The day with which a post's name begins: SOURCE_DATE_EPOCH's, or today where the user is. */
function dateFor(context: Context): string {
  const epoch = epochOf(context);
  if (epoch !== undefined) return `${new Date(epoch * 1000).toISOString().slice(0, 10)}-`;
  return context.today ? `${context.today()}-` : "";
}

/** The bytes of a file that ships for new repositories. */
function template(name: string): Uint8Array {
  const folder = ownFolder("templates/init/post.md");
  return readFile(path.join(folder, name), MAX_THEME_BYTES);
}

/** Sets values, which are JSON and so YAML, into a text. */
function filled(text: Uint8Array, values: Record<string, string>): Uint8Array {
  const written = new TextDecoder().decode(text);
  return new TextEncoder().encode(
    written.replace(/\{\{(\w+)\}\}/g, (slot, name) => values[name] ?? slot),
  );
}

function packageFile(name: string): Uint8Array {
  const { version } = manifest;
  const commands = ["build", "check", "lint", "watch"];
  const scripts = Object.fromEntries(commands.map((each) => [each, `rungbook ${each}`]));
  const content = {
    name: name || "ladder",
    private: true,
    scripts,
    devDependencies: { rungbook: `^${version}` },
  };
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
}
