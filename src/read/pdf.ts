import { type Message, message, type Result } from "../diagnostics.js";

/** A PDF larger than this (512 MiB) is not read. */
export const MAX_PDF_BYTES = 512 * 1024 * 1024;

/** A ladder larger than this (256 MiB of JSON) is not read out of a PDF. */
export const MAX_ATTACHMENT_BYTES = 256 * 1024 * 1024;

/** The end of the name under which a PDF carries its ladder. */
const SUFFIX = ".ladder.json";

/** pdfjs's Password exceptions: the file is encrypted. */
const ENCRYPTED = "PasswordException";

/**
 * Reads the ladder that a PDF carries as an attachment: parsed JSON, not yet validated. Null, and an
 * error, where there is none, or where the bytes are no PDF that can be opened. Never throws.
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<unknown | null>> {
  if (bytes.length > MAX_PDF_BYTES)
    return failure("pdf-too-large", `Unexpected size, expected at most ${MAX_PDF_BYTES} bytes`);
  if (!isPdf(bytes)) return failure("no-pdf", 'Unexpected bytes, expected a PDF ("%PDF-")');
  try {
    const attached = await ladderIn(bytes);
    if (attached === null)
      return failure("no-ladder", `Unexpected PDF, expected an attachment "*${SUFFIX}"`);
    return parsed(attached);
  } catch (error) {
    const encrypted = error instanceof Error && error.name === ENCRYPTED;
    if (encrypted) return failure("encrypted-pdf", "Unexpected encryption, expected an open PDF");
    return failure("broken-pdf", `The PDF can't be read: ${reasonOf(error)}`);
  }
}

/** ISO 32000-1, annex H.3.4.1: viewers look for the header within the first 1024 bytes. */
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes("%PDF-");

async function ladderIn(bytes: Uint8Array): Promise<Uint8Array | null> {
  const { getDocument } = await loadPdfjs();
  // pdfjs takes the bytes away from whoever hands them in: it is given a copy.
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    stopAtErrors: true,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const attachments: Record<string, Attachment> | null = await document.getAttachments();
    const found = Object.values(attachments ?? {}).find((each) => each.filename.endsWith(SUFFIX));
    return found?.content ?? null;
  } finally {
    await task.destroy();
  }
}

interface Attachment {
  filename: string;
  content: Uint8Array;
}

/** The worker's code is loaded beside pdfjs, which else would look for a file of it. */
async function loadPdfjs(): Promise<typeof import("pdfjs-dist/legacy/build/pdf.mjs")> {
  const [pdfjs] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    import("pdfjs-dist/legacy/build/pdf.worker.mjs" as string),
  ]);
  return pdfjs;
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

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : "unknown error";

function failure(rule: string, reason: string): Result<null> {
  const messages: Message[] = [message("error", rule, reason)];
  return { value: null, messages };
}
