import type { Example } from "../../lint/rule.js";
import { nearest } from "../../nearest.js";
import { type Context, UsageError } from "../command.js";

/** Prints each rule with its severity and what it forbids. */
export async function listRules({ out }: Context): Promise<0> {
  const { RULES } = await import("../../lint/rules/index.js");
  const width = Math.max(...RULES.map(({ name }) => name.length));
  for (const { name, severity, summary } of RULES) {
    out(`${name.padEnd(width)}  ${severity.padEnd(7)}  ${summary}\n`);
  }
  return 0;
}

/** Prints what a rule forbids, a post that breaks it, and what is said of that. */
export async function explain(name: string, { out }: Context): Promise<0> {
  const { RULES } = await import("../../lint/rules/index.js");
  const rule = RULES.find((each) => each.name === name);
  if (!rule) {
    const names = RULES.map((each) => each.name);
    throw new UsageError(
      `unknown rule "${name}"${nearest(name, names)}, expected one that --rules tells`,
    );
  }
  const { shows, post, found, fixed }: Example = rule.examples[0];
  out(`${rule.name} (${rule.severity}): ${rule.summary}\n\nFor example, ${shows}:\n\n`);
  out(`${indented(post.trimEnd())}\n\n${found.map((each) => `${each}\n`).join("")}`);
  if (fixed !== undefined) out(`\nWith --fix it becomes:\n\n${indented(fixed.trimEnd())}\n`);
  return 0;
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, "    ");
