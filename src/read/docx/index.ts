import type { Result } from "../../diagnostics.js";
import type { Document } from "../../document.js";
import { carriedIn } from "./carried.js";
import { openPackage } from "./package.js";
import { broken, Refusal } from "./refusal.js";
import { settleRevisions } from "./revisions/settle.js";
import { NEEDED, readWhole } from "./whole.js";

/**
 * Reads a DOCX rendering, also one that was edited, back into the document that it shows: its
 * visible text, tracked changes accepted. The value is null, and the messages tell why, where it
 * can't be read.
 */
export const readDocx = (bytes: Uint8Array): Result<Document | null> =>
  unlessRefused(() => ({ value: readRendering(bytes), messages: [] }));

/** Tells why a file is refused. Whatever else goes wrong on the way, it is a file that is broken. */
export function unlessRefused<T>(read: () => Result<T>): Result<T | null> {
  try {
    return read();
  } catch (error) {
    const reason = "Unexpected structure, expected a document of Word";
    const { told } = error instanceof Refusal ? error : broken(reason);
    return { value: null, messages: [told] };
  }
}

function readRendering(bytes: Uint8Array): Document {
  const docx = openPackage(bytes, NEEDED);
  const carried = carriedIn(docx.parts);
  if (!carried) {
    const reason =
      "Unexpected DOCX, expected one that rungbook wrote: it does not say which post it shows";
    throw new Refusal("no-rendering", reason);
  }
  settleRevisions(docx.body, "accept");
  return readWhole(docx, carried, null).document;
}
