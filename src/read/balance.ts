import { type Message, message } from "../diagnostics.js";
import type { Source } from "./source.js";

/** Elements whose end tag may be left out (WHATWG, clause 13.1.2.4), and void elements. */
const FREE = new Set(
  (
    "li p td th tr thead tbody tfoot dt dd option optgroup colgroup caption rt rp html head body " +
    "area base br col embed hr img input link meta source track wbr"
  ).split(" "),
);

const TAG = /<!--|<(\/?)([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'<>])*?(\/?)>/gi;

/** Elements that have no tags of interest in them. */
const CLOSED = new Set(["script", "style", "textarea", "title", "svg", "math"]);

/** More complaints of this kind than this would hide the first. */
const MAX_REPORTED = 20;

/** A stretch of a post that is HTML, as offsets. */
export interface HtmlRange {
  start: number;
  end: number;
}

interface Tag {
  name: string;
  start: number;
  end: number;
}

/**
 * Tells tags that do not pair up, over all the HTML of a post in its order: an HTML parser mends
 * them, and so hides them.
 */
export function checkBalance(source: Source, ranges: Iterable<HtmlRange>): Message[] {
  const open: Tag[] = [];
  const messages: Message[] = [];
  const tell = (tag: Tag, reason: string) => {
    if (messages.length === MAX_REPORTED) return;
    const options = { place: source.place(tag.start, tag.end), actual: tag.name };
    messages.push(message("warning", "unbalanced-tag", reason, options));
  };
  for (const { tag, closes } of tagsIn(source, ranges)) {
    if (closes) close(tag, open, tell);
    else open.push(tag);
  }
  for (const tag of open) {
    tell(tag, `Unexpected <${tag.name}> without end tag, expected </${tag.name}>`);
  }
  return messages;
}

function* tagsIn(
  { text }: Source,
  ranges: Iterable<HtmlRange>,
): Generator<{ tag: Tag; closes: boolean }> {
  for (const range of ranges) {
    const slice = text.slice(range.start, range.end);
    TAG.lastIndex = 0;
    for (let match = TAG.exec(slice); match; match = TAG.exec(slice)) {
      const [whole, slash, written, selfClosing] = match;
      const name = written?.toLowerCase() ?? "";
      const start = range.start + match.index;
      const resume = endOfClosed(slice, TAG.lastIndex, whole, slash === "/" ? "" : name);
      // What a comment or a script never ends goes to the end of the HTML.
      if (resume === -1) break;
      TAG.lastIndex = resume;
      if (!name || FREE.has(name) || CLOSED.has(name) || selfClosing) continue;
      yield { tag: { name, start, end: start + whole.length }, closes: slash === "/" };
    }
  }
}

/** Where a comment, or an element without tags of interest, ends; -1: nowhere. */
function endOfClosed(slice: string, from: number, whole: string, name: string): number {
  const end = whole === "<!--" ? "-->" : CLOSED.has(name) ? `</${name}` : null;
  if (end === null) return from;
  const pattern = new RegExp(end, "gi");
  pattern.lastIndex = from;
  return pattern.test(slice) ? pattern.lastIndex : -1;
}

function close(tag: Tag, open: Tag[], tell: (tag: Tag, reason: string) => void): void {
  const index = open.findLastIndex(({ name }) => name === tag.name);
  if (index < 0) {
    tell(tag, `Unexpected end tag </${tag.name}>, expected <${tag.name}> before it`);
    return;
  }
  for (const crossed of open.splice(index).slice(1)) {
    tell(crossed, `Unexpected <${crossed.name}> that crosses </${tag.name}>`);
  }
}
