import { stringify } from "yaml";
import type { Splice } from "../../splice.js";
import type { Plan } from "../plan.js";
import type { PostSource } from "./post.js";
import { Unwritable } from "./unwritable.js";

/** The keys of front matter under which each line of a document's head is told. */
const KEYS: Record<string, string[]> = {
  title: ["title"],
  excerpt: ["excerpt", "description", "summary"],
  author: ["author", "authors"],
  date: ["date"],
};

const FRONT_MATTER =
  /^\ufeff?---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?:\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/;

/** Gives a key of the front matter another value; only one that stands on a line can be changed. */
export function frontSplice(plan: Plan, text: string, { text: source }: PostSource): Splice {
  const found = FRONT_MATTER.exec(source);
  const start = found ? found[0].indexOf(found[1] ?? "") : 0;
  for (const key of KEYS[plan.form] ?? []) {
    const line = new RegExp(`^(${key}:[ \\t]*)([^\\s|>&*\\[{][^\\r\\n]*?)[ \\t]*$`, "m").exec(
      found?.[1] ?? "",
    );
    if (!line) continue;
    const at = start + line.index + (line[1] ?? "").length;
    const value = stringify(text, { lineWidth: 0 }).trimEnd();
    return { start: at, end: at + (line[2] ?? "").length, text: value };
  }
  throw new Unwritable(plan, "the post's front matter does not tell it on a line");
}
