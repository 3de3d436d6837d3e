import type { Worker } from "node:worker_threads";
import { message, type Result } from "../../diagnostics.js";
import type { PdfReaderAnswer } from "../../pdf-reader.js";
import type { ShownText } from "../../pdf-words.js";

/** A page of a PDF may take this long: one can be made that takes for ever. */
export const MAX_MS_A_PAGE = 15_000;

/**
 * Reads the visible text of a PDF in the thread that `pdf-reader.ts` runs in, and ends it. Null, and an
 * error, where a page takes longer than `limit` milliseconds or more memory than the thread may have.
 */
export async function readInThread(
  worker: Worker,
  bytes: Uint8Array,
  limit = MAX_MS_A_PAGE,
): Promise<Result<ShownText[] | null>> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve) => {
      const wait = (page: number) => {
        const late = `Page ${page} takes too long to read, expected at most ${limit / 1000} s`;
        clearTimeout(timer);
        timer = setTimeout(() => resolve(failure(late)), limit);
      };
      worker.on("error", ({ message: reason }) => resolve(failure(`It can't be read: ${reason}`)));
      worker.on("message", (answer: PdfReaderAnswer) => {
        if ("page" in answer) wait(answer.page + 1);
        else resolve(thaw(answer));
      });
      wait(1);
      worker.postMessage(bytes);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const thaw = ({ value, messages }: Exclude<PdfReaderAnswer, { page: number }>) => ({
  value,
  messages: messages.map(({ severity, rule, reason }) => message(severity, rule, reason)),
});

const failure = (reason: string) => ({
  value: null,
  messages: [message("error", "unreadable-text", `Visible text: ${reason}`)],
});
