import { type Message, message } from "../../diagnostics.js";
import type { Origin } from "../../model/ladder.js";
import { type FrontMatter, readFrontMatter } from "../front-matter.js";

/** The key under which a Markdown rendering tells what its post's front matter does not. */
const KEY = "rungbook";

/** What a rendering's front matter tells: the post's own, and where the ladder came from. */
export interface HandbookHead {
  frontMatter: FrontMatter | null;
  origin: Origin;
}

/** True where the front matter is that of a Markdown rendering. */
export const isHandbook = (frontMatter: FrontMatter | null): frontMatter is FrontMatter =>
  frontMatter?.entries.some(({ key }) => key === KEY) ?? false;

/** Takes the front matter of a rendering apart; null, with the reason, where it is damaged. */
export function readHead(frontMatter: FrontMatter): {
  head: HandbookHead | null;
  messages: Message[];
} {
  const origin = originOf(frontMatter.entries.find(({ key }) => key === KEY)?.value);
  if (!origin) {
    const reason = `Unexpected "${KEY}" in the front matter, expected slug, file and sha256`;
    return { head: null, messages: [message("error", "front-matter", reason)] };
  }
  const lines = frontMatter.yaml.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`${KEY}:`));
  const after = lines.findIndex((line, index) => index > start && !/^\s/.test(line));
  const own = [...lines.slice(0, start), ...(after < 0 ? [] : lines.slice(after))].join("\n");
  return { head: { frontMatter: readFrontMatter(own, 2).value, origin }, messages: [] };
}

function originOf(value: unknown): Origin | null {
  if (!value || typeof value !== "object") return null;
  const told = new Map(Object.entries(value).map(([key, each]) => [key, String(each)]));
  const slug = told.get("slug");
  const file = told.get("file");
  const sha256 = told.get("sha256");
  if (slug === undefined || file === undefined || !/^[0-9a-f]{64}$/.test(sha256 ?? "")) return null;
  const optional = (key: "date" | "title" | "language") => {
    const text = told.get(key);
    return text === undefined ? {} : { [key]: text };
  };
  return {
    slug,
    file,
    sha256: sha256 ?? "",
    ...optional("date"),
    ...optional("title"),
    ...optional("language"),
  };
}
