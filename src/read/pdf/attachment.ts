import type { Result } from "../../diagnostics.js";
import { LADDER_SUFFIX } from "../../model/json.js";
import { failure, type OpenPdf, withPdf } from "./open.js";

/** A ladder larger than this (256 MiB of JSON) is not read out of a PDF. */
export const MAX_ATTACHMENT_BYTES = 256 * 1024 * 1024;

/**
 * Reads the ladder that a PDF carries as an attachment: parsed JSON, not yet validated. Null, and an
 * error, where there is none, or where the bytes are no PDF that can be opened. Never throws.
 */
export const readPdf = (bytes: Uint8Array): Promise<Result<unknown | null>> =>
  withPdf(bytes, { strict: true }, attachedLadder);

async function attachedLadder({ pdf }: OpenPdf): Promise<Result<unknown | null>> {
  const attachments: Record<string, Attachment> | null = await pdf.getAttachments();
  const found = Object.values(attachments ?? {}).find((each) =>
    each.filename.endsWith(LADDER_SUFFIX),
  );
  if (!found)
    return failure("no-ladder", `Unexpected PDF, expected an attachment "*${LADDER_SUFFIX}"`);
  return parsed(found.content);
}

interface Attachment {
  filename: string;
  content: Uint8Array;
}

function parsed(content: Uint8Array): Result<unknown | null> {
  if (content.length > MAX_ATTACHMENT_BYTES) {
    const reason = `Unexpected size of the attached ladder, expected at most ${MAX_ATTACHMENT_BYTES} bytes`;
    return failure("pdf-too-large", reason);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    return { value: JSON.parse(text) as unknown, messages: [] };
  } catch {
    return failure("broken-pdf", "The attached ladder is no JSON");
  }
}
