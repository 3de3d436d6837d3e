/**
 * Finds the HTML that Jekyll's kramdown reads as one element, and CommonMark does not: there a blank
 * line ends an HTML block and an indent begins code. Each such region is replaced by one line that
 * CommonMark passes over, so that Markdown is parsed around it and HTML is parsed by an HTML parser.
 */

/** Elements that are read whole, whatever stands in them. */
const WHOLE = "table|ul|ol|dl|form|figure";

/** Elements that often wrap Markdown: read whole unless Markdown follows a blank line in them. */
const WRAPPERS = "div|section|article|main|aside|header|footer|nav|center|details|blockquote";

const OPENING = new RegExp(`^ {0,3}<(${WHOLE}|${WRAPPERS})(?=[\\s>/])`, "i");
const WRAPPER = new RegExp(`^(?:${WRAPPERS})$`, "i");
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const MARKDOWN_AFTER_BLANK = /\n[ \t]*\n[ \t]*(?![<\s])/;

/** After so many elements of a name that nothing closes, none is looked for: each look costs a pass. */
const MAX_UNCLOSED = 20;

/** Offsets of a region, in UTF-16 code units; it ends with its line. */
export interface Region {
  start: number;
  end: number;
}

/** A post with its regions taken out. */
export interface Masked {
  /** The Markdown that is left, each region one line `<!---->`. */
  text: string;
  /** For each line of `text` (from 0) the line of the post (from 1). */
  lines: number[];
  /** The region behind a line of `text` (from 1). */
  regions: Map<number, Region>;
}

/** Takes the regions out of a post. Linear in its length. */
export function maskHtml(text: string): Masked {
  const masked: Masked = { text: "", lines: [], regions: new Map() };
  const kept: string[] = [];
  const unclosed = new Map<string, number>();
  const skipped = new Skipped();
  let line = 1;
  let offset = 0;
  let before = "";
  while (offset < text.length) {
    const end = lineEnd(text, offset);
    const content = text.slice(offset, end);
    const opens = !skipped.inside && opensRegion(content, before);
    const region = opens ? findRegion(text, offset, unclosed) : null;
    masked.lines.push(line);
    if (region) {
      kept.push("<!---->\n");
      masked.regions.set(masked.lines.length, region);
      line += countLines(text, offset, region.end);
      offset = region.end;
      before = "";
    } else {
      kept.push(content);
      skipped.line(content);
      line++;
      offset = end;
      if (content.trim() !== "") before = content;
    }
  }
  masked.text = kept.join("");
  return masked;
}

/** The offset behind a line's end. */
function lineEnd(text: string, offset: number): number {
  LINE_END.lastIndex = offset;
  const match = LINE_END.exec(text);
  return match ? match.index + match[0].length : text.length;
}
const LINE_END = /\r\n|\n|\r/g;

const countLines = (text: string, start: number, end: number): number =>
  text.slice(start, end).match(/\r\n|\n|\r/g)?.length ?? 0;

/** An indented line after a bullet or an indented line belongs to a list: Markdown's business. */
function opensRegion(line: string, before: string): boolean {
  if (!OPENING.test(line)) return false;
  return line.startsWith("<") || !/^(?:\s+\S|\s*(?:[-*+]|\d+[.)])\s)/.test(before);
}

/** Follows what Markdown takes as it stands: fenced code, comments, and elements of raw text. */
class Skipped {
  private end: RegExp | null = null;

  get inside(): boolean {
    return this.end !== null;
  }

  line(line: string): void {
    if (this.end) {
      if (this.end.test(line)) this.end = null;
      return;
    }
    const fence = FENCE.exec(line)?.[1];
    const raw = RAW.exec(line);
    if (fence) this.end = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}\\s*$`);
    else if (raw) {
      const end = raw[1] ? new RegExp(`</${raw[1]}>`, "i") : /-->/;
      if (!end.test(line.slice(raw[0].length))) this.end = end;
    }
  }
}

/** HTML blocks that CommonMark (clause 4.6, kinds 1 and 2) ends only at their own end. */
const RAW = /^ {0,3}<(?:!--|(script|style|pre|textarea)(?=[\s>]|$))/i;

function findRegion(
  text: string,
  start: number,
  unclosedBefore: Map<string, number>,
): Region | null {
  const name = OPENING.exec(text.slice(start, start + 40))?.[1];
  if (!name) return null;
  const tries = unclosedBefore.get(name) ?? 0;
  const close = tries < MAX_UNCLOSED ? closeOf(text, start, name) : null;
  if (close === null) unclosedBefore.set(name, tries + 1);
  if (close === null) return WRAPPER.test(name) ? null : beforeHeading(text, start);
  if (WRAPPER.test(name) && MARKDOWN_AFTER_BLANK.test(text.slice(start, close))) return null;
  return { start, end: restOfLine(text, close) };
}

/** The offset behind the end tag that balances the start tag here; null where there is none. */
function closeOf(text: string, start: number, name: string): number | null {
  const tag = new RegExp(`<!--|<(/?)${name}(?=[\\s/>])(?:"[^"]*"|'[^']*'|[^"'<>])*>`, "gi");
  tag.lastIndex = start;
  let depth = 0;
  for (let match = tag.exec(text); match; match = tag.exec(text)) {
    if (match[0] === "<!--") {
      const end = text.indexOf("-->", tag.lastIndex);
      if (end === -1) return null;
      tag.lastIndex = end + "-->".length;
      continue;
    }
    depth += match[1] ? -1 : 1;
    if (depth === 0) return tag.lastIndex;
  }
  return null;
}

/** What is never closed ends before the next Markdown heading, so that it swallows no chapter. */
function beforeHeading(text: string, start: number): Region {
  HEADING.lastIndex = start;
  const heading = HEADING.exec(text);
  return {
    start,
    end: heading ? heading.index + heading[0].length : text.length,
  };
}
const HEADING = /\n[ \t]*\r?\n(?=#{1,6} )/g;

/** A region goes on to its line's end, through elements that begin on that line. */
function restOfLine(text: string, close: number): number {
  const end = lineEnd(text, close);
  const rest = /<(table|ul|ol|dl|div|section)(?=[\s>/])/i.exec(text.slice(close, end));
  if (!rest?.[1]) return end;
  const next = closeOf(text, close + rest.index, rest[1]);
  return next === null || next <= end ? end : restOfLine(text, next);
}
