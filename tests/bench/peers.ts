import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { typstJob } from "./demands.js";
import type { Job } from "./measure.js";

const TYPST = "@myriaddreamin/typst-ts-node-compiler";

const has = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;

/** What other tools take for the same four formats, as far as they are installed. */
export function peers(runs: number, folder: string): Job[] {
  if (!has("pandoc")) return [];
  const pandoc = (to: string, out: string) => [
    "pandoc",
    "-f",
    "html",
    "-t",
    to,
    "post.html",
    "-o",
    out,
  ];
  const job = (name: string, ...commands: string[][]): Job => ({ name, commands, runs });
  const [docx, md, json] = [
    pandoc("docx", "p.docx"),
    pandoc("gfm", "p.md"),
    pandoc("json", "p.json"),
  ];
  const three = [job("pandoc: docx", docx), job("pandoc: md", md), job("pandoc: json", json)];
  const typst = typstCommand(folder, 1);
  return typst ? [...three, job(ALL_PEERS, typst, docx, md, json)] : three;
}

/** What Typst takes for the same words, as far as it is installed. */
export function typstJobs(runs: number, folder: string): Job[] {
  return [1, 10, 100].flatMap((times) => {
    const command = typstCommand(folder, times);
    const job = { name: typstJob(times), runs: times === 1 ? runs : 3 };
    return command ? [{ ...job, commands: [command] }] : [];
  });
}

/** The job that does what `rungbook build` does. */
export const ALL_PEERS = "pandoc and typst: all four";

/** The program, or else the compiler from npm. */
function typstCommand(folder: string, times: number): string[] | null {
  const post = `x${times}/post.typ`;
  if (has("typst")) return ["typst", "compile", post, "p.pdf"];
  try {
    const file = createRequire(import.meta.url).resolve(TYPST);
    const script = `const { NodeCompiler } = require(${JSON.stringify(file)});
      const made = NodeCompiler.create({ workspace: ${JSON.stringify(folder)} });
      require("fs").writeFileSync("p.pdf", made.pdf({ mainFilePath: ${JSON.stringify(`${folder}/${post}`)} }));`;
    return [process.execPath, "-e", script];
  } catch {
    return null;
  }
}
