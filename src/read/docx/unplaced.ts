import { languages, messagesFor } from "../../messages/index.js";
import { isContentsStyle } from "./blocks.js";
import type { DocxReadContext } from "./context.js";
import type { LeftOut } from "./left-out.js";
import { paragraphInfo } from "./paragraph.js";
import type { Places } from "./places.js";
import { wordsOf } from "./words.js";
import { elementsOf, isContents, valOf, type Xml } from "./xml.js";

/** What tells whether a paragraph went into the document. */
interface Reading {
  places: Places;
  leftOut: LeftOut;
  context: DocxReadContext;
  /** Lines that the file had beside those of the document when it was written. */
  known: readonly string[];
}

/**
 * Notes each paragraph that shows something of which nothing in the document was made. The table of
 * contents says again what the headings say, or said when it was made.
 */
export function noteUnplaced(body: Xml, reading: Reading): void {
  const { places, leftOut, context } = reading;
  const unplaced: (Line & { text: string })[] = [];
  const headings = languages().map((each) => messagesFor(each).contents);
  const placed = new Set([...headings, ...reading.known].map(bare));
  for (const { paragraph, isInContents } of linesOf(body)) {
    // What is drawn into one was not come upon yet.
    if (isInContents) paragraphInfo(paragraph, [], context);
    const text = wordsOf(paragraph);
    if (places.madeOf(paragraph) !== undefined) placed.add(bare(text));
    else if (text.trim() !== "") unplaced.push({ paragraph, isInContents, text });
  }
  for (const { paragraph, isInContents, text } of unplaced) {
    const style = context.styles.keyOf(valOf(paragraph, "w:pPr", "w:pStyle"));
    if (!isInContents && !isContentsStyle(style)) leftOut.note(paragraph, "text", text, paragraph);
    else if (!placed.has(bare(titleIn(text)))) {
      leftOut.note(paragraph, "line of the contents", text, paragraph);
    }
  }
}

/** A paragraph, and whether it stands in the table of contents. */
interface Line {
  paragraph: Xml;
  isInContents: boolean;
}

/** The paragraphs, without those of boxes in them. */
const linesOf = (node: Xml, isInContents = isContents(node)): Line[] =>
  elementsOf(node).flatMap((child) =>
    child.name === "w:p"
      ? [{ paragraph: child, isInContents }]
      : linesOf(child, isInContents || isContents(child)),
  );

/** A line of the contents ends with the number of its page, and begins with its heading's if it has one. */
const titleIn = (text: string): string =>
  text
    .trim()
    .replace(/\t[\divxlc]*$/, "")
    .replace(/^[\d.]+\t/, "");

const bare = (text: string): string => text.replace(/\s+/g, " ").trim();
