import { message, type Result } from "../../diagnostics.js";
import type { ShownText } from "../../pdf-words.js";
import { type StructureNode, textsOf } from "./blocks.js";
import { failure, type OpenPdf, withPdf } from "./open.js";
import { type Operators, runsOf } from "./runs.js";

/** A PDF of more pages than this is not compared. */
export const MAX_PAGES = 20_000;

/**
 * The visible text of a PDF, page by page in reading order. Null, with a warning, where the PDF has no
 * tags to tell that order by; null, with an error, where its pages can't be read. Never throws; a page
 * can be made on which it never ends, so `onPage` hears of each that is read.
 */
export const readShownTexts = (
  bytes: Uint8Array,
  onPage?: (page: number) => void,
): Promise<Result<ShownText[] | null>> =>
  withPdf(bytes, { strict: false }, (open) => shownTexts(open, onPage));

async function shownTexts(
  open: OpenPdf,
  onPage?: (page: number) => void,
): Promise<Result<ShownText[] | null>> {
  const { numPages } = open.pdf;
  if (numPages > MAX_PAGES)
    return failure("pdf-too-large", `Unexpected ${numPages} pages, expected at most ${MAX_PAGES}`);
  const texts: ShownText[] = [];
  let tagged = false;
  for (let number = 1; number <= numPages; number++) {
    const page = await readPage(number, open);
    tagged ||= page.tagged;
    for (const text of page.texts) texts.push(text);
    onPage?.(number);
  }
  return tagged ? { value: texts, messages: [] } : untagged();
}

async function readPage(number: number, { pdf, pdfjs }: OpenPdf) {
  const page = await pdf.getPage(number);
  const structure = (await page.getStructTree()) as StructureNode | null;
  const operators = (await page.getOperatorList()) as Operators;
  const layers = await pdf.getOptionalContentConfig();
  const runs = runsOf(operators, {
    ops: pdfjs.OPS,
    view: page.view,
    isShown: (layer) => layers.isVisible(layer),
  });
  page.cleanup();
  return {
    texts: textsOf(runs, structure, number),
    tagged: (structure?.children ?? []).length > 0,
  };
}

function untagged(): Result<null> {
  const reason =
    "Unexpected PDF without tags, expected a tagged one: whether its visible text is that of its ladder can't be told";
  return { value: null, messages: [message("warning", "untagged-pdf", reason)] };
}
