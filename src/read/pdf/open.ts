import { type Message, message, type Result } from "../../diagnostics.js";

/** A PDF larger than this (512 MiB) is not read. */
export const MAX_PDF_BYTES = 512 * 1024 * 1024;

/** pdfjs's Password exceptions: the file is encrypted. */
const ENCRYPTED = "PasswordException";

type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/** An open PDF, and the library that opened it. */
export interface OpenPdf {
  pdf: Awaited<ReturnType<Pdfjs["getDocument"]>["promise"]>;
  pdfjs: Pdfjs;
}

/**
 * Opens a PDF, has `use` take something from it, and closes it. Null, and an error, where the bytes
 * are no PDF that can be opened, or `use` fails. Never throws.
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  { strict }: { strict: boolean },
  use: (open: OpenPdf) => Promise<Result<T | null>>,
): Promise<Result<T | null>> {
  if (bytes.length > MAX_PDF_BYTES)
    return failure("pdf-too-large", `Unexpected size, expected at most ${MAX_PDF_BYTES} bytes`);
  if (!isPdf(bytes)) return failure("no-pdf", 'Unexpected bytes, expected a PDF ("%PDF-")');
  try {
    const pdfjs = await loadPdfjs();
    const task = pdfjs.getDocument({ ...optionsOf(strict), data: new Uint8Array(bytes) });
    try {
      return await use({ pdf: await task.promise, pdfjs });
    } finally {
      await task.destroy();
    }
  } catch (error) {
    const encrypted = error instanceof Error && error.name === ENCRYPTED;
    if (encrypted) return failure("encrypted-pdf", "Unexpected encryption, expected an open PDF");
    return failure("broken-pdf", `The PDF can't be read: ${reasonOf(error)}`);
  }
}

/** No network, no code from the file, no picture unpacked; pdfjs takes `data` away from whoever hands it in. */
const optionsOf = (strict: boolean) => ({
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  maxImageSize: 1,
  stopAtErrors: strict,
  verbosity: 0,
});

/** ISO 32000-1, annex H.3.4.1: viewers look for the header within the first 1024 bytes. */
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes("%PDF-");

/** The worker's code is loaded beside pdfjs, which else would look for a file of it. */
async function loadPdfjs(): Promise<Pdfjs> {
  const [pdfjs] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    import("pdfjs-dist/legacy/build/pdf.worker.mjs" as string),
  ]);
  return pdfjs;
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : "unknown error";

/** An error instead of a value. */
export function failure(rule: string, reason: string): Result<null> {
  const messages: Message[] = [message("error", rule, reason)];
  return { value: null, messages };
}
