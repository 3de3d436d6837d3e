import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
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
  const typst = typstCommand(folder);
  if (!typst) return three;
  return [...three, job("typst: pdf", typst), job(ALL_PEERS, typst, docx, md, json)];
}

/** The job that does what `rungbook build` does. */
export const ALL_PEERS = "pandoc and typst: all four";

/** The program, or else the compiler from npm. */
function typstCommand(folder: string): string[] | null {
  if (has("typst")) return ["typst", "compile", "post.typ", "p.pdf"];
  try {
    const file = createRequire(import.meta.url).resolve(TYPST);
    const script = `const { NodeCompiler } = require(${JSON.stringify(file)});
      const made = NodeCompiler.create({ workspace: ${JSON.stringify(folder)} });
      require("fs").writeFileSync("p.pdf", made.pdf({ mainFilePath: ${JSON.stringify(`${folder}/post.typ`)} }));`;
    return [process.execPath, "-e", script];
  } catch {
    return null;
  }
}
