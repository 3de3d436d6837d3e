import { type Message, message } from "../diagnostics.js";
import type { Source } from "./source.js";

/** Elements whose end tag may be left out (WHATWG, clause 13.1.2.4), and void elements. */
const FREE = new Set(
  (
    "li p td th tr thead tbody tfoot dt dd option optgroup colgroup caption rt rp html head body " +
    "area base br col embed hr img input link meta source track wbr"
  ).split(" "),
);

/** What has no tags of interest in it. */
const SKIPPED = /<!--[\s\S]*?-->|<(script|style|textarea|title|svg|math)\b[\s\S]*?<\/\1\s*>/.source;
const TAG = new RegExp(`${SKIPPED}|<(/?)([a-z][^\\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*?(/?)>`, "gi");

/** More complaints of this kind than this would hide the first. */
const MAX_REPORTED = 20;

/** Tells tags that do not pair up: an HTML parser mends them, and so hides them. */
export function checkBalance(source: Source, start: number, end: number): Message[] {
  const open: { name: string; at: number; length: number }[] = [];
  const messages: Message[] = [];
  const tell = (reason: string, at: number, length: number, actual: string) => {
    const place = source.place(start + at, start + at + length);
    messages.push(message("warning", "unbalanced-tag", reason, { place, actual }));
  };
  for (const match of source.text.slice(start, end).matchAll(TAG)) {
    const name = match[3]?.toLowerCase();
    if (!name || FREE.has(name) || match[4] || messages.length >= MAX_REPORTED) continue;
    const tag = { name, at: match.index, length: match[0].length };
    if (match[2] !== "/") open.push(tag);
    else {
      const index = open.findLastIndex((each) => each.name === name);
      if (index < 0)
        tell(
          `Unexpected end tag </${name}>, expected <${name}> before it`,
          tag.at,
          tag.length,
          match[0],
        );
      for (const each of index < 0 ? [] : open.splice(index).slice(1)) {
        tell(`Unexpected <${each.name}> that crosses </${name}>`, each.at, each.length, each.name);
      }
    }
  }
  for (const each of open.slice(0, MAX_REPORTED - messages.length)) {
    tell(
      `Unexpected <${each.name}> without end tag, expected </${each.name}>`,
      each.at,
      each.length,
      each.name,
    );
  }
  return messages;
}
