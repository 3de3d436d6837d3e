import * as path from "node:path";
import { writeFile } from "../../files/index.js";
import type { Finding } from "../../report/report.js";
import type { Context, Options } from "../command.js";
import { about, writing } from "../findings.js";
import { loadResources } from "../work/images.js";
import type { ReadSide } from "./side.js";

/** The format of `diff` that is no text. */
export const REDLINE = "docx";

/** Writes the changes from one ladder to another as a redline; what it returns says what was wrong. */
export async function writeRedline(
  [a, b]: readonly [ReadSide, ReadSide],
  { out, author }: Options,
  context: Context,
): Promise<Finding[]> {
  if (!a.ladder || !b.ladder) return [];
  const { redline } = await import("../../redline/index.js");
  const file = path.resolve(context.cwd, String(out));
  const [old, now] = await Promise.all([
    loadResources(a.ladder, folderOf(a, context), null),
    loadResources(b.ladder, folderOf(b, context), null),
  ]);
  const image = (src: string) => now.resources.image(src) ?? old.resources.image(src);
  const { value, messages } = await redline(a.ladder, b.ladder, {
    ...(author !== undefined && { author: String(author) }),
    resources: { ...now.resources, image },
  });
  const found = [...now.messages, ...messages].map((each) => about(b.name, each));
  if (messages.length > 0) return found;
  return [...found, ...writing(String(out), () => writeFile(file, value))];
}

/** The folder of a side, from which its images are taken; of a revision, that of its file. */
const folderOf = ({ name }: ReadSide, { cwd }: Context): string =>
  path.dirname(path.resolve(cwd, name.replace(/^[^/]*:(?=[^:]*$)/, "")));
