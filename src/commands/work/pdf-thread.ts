import type { Worker } from "node:worker_threads";
import { type Message, message, type Result } from "../../diagnostics.js";
import type { Place } from "../../model/ladder.js";
import { leaves } from "../../model/walk.js";
import type { PdfAnswer, PdfRequest } from "../../pdf-worker.js";
import type { Theme } from "../../theme/theme.js";
import type { Context } from "../command.js";
import type { Target } from "./target.js";

/** A ladder of more texts than this is written in this thread: copying it costs the memory that it saves time. */
const MAX_TEXTS = 5000;

/**
 * Writes PDFs in a thread of its own, beside the other formats: the dearest writer, and the one that
 * has fonts to load while the post is still being read.
 */
export class PdfThread {
  constructor(
    private readonly worker: Worker,
    theme: Theme,
  ) {
    this.dress(theme);
  }

  /** Takes another theme for what is written from now on. */
  dress(theme: Theme): void {
    this.worker.postMessage({ theme });
  }

  /** Ends the thread. */
  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  /** Whether it is worth the copying. */
  takes({ ladder }: PdfRequest): boolean {
    return leaves(ladder.content).length <= MAX_TEXTS;
  }

  /** Writes a PDF. One at a time; what fails in the thread fails here. */
  async write(request: PdfRequest): Promise<Result<Uint8Array>> {
    const { worker } = this;
    worker.ref();
    try {
      const answer = await new Promise<PdfAnswer>((resolve, reject) => {
        worker.once("message", resolve);
        worker.once("error", reject);
        worker.postMessage(request);
      });
      return { value: answer.value, messages: answer.messages.map(thaw) };
    } finally {
      worker.removeAllListeners("error");
      // An idle thread keeps no process alive.
      worker.unref();
    }
  }
}

/**
 * Starts the thread, before the posts are read, where a PDF is asked for and something else to write
 * beside it: alone it takes as long, and a quarter less of the processor, without one.
 */
export function startPdfThread(
  { formats }: Target,
  theme: Theme | null,
  context: Context,
): PdfThread | undefined {
  const wanted = formats.includes("pdf") && formats.length > 1 && context.startPdfWorker;
  return theme && wanted ? new PdfThread(wanted(), theme) : undefined;
}

/** Makes a message of what came over of one. */
function thaw(plain: PdfAnswer["messages"][number]): Message {
  const severity = plain.fatal === true ? "error" : plain.fatal === false ? "warning" : "info";
  const { place, ruleId, reason } = plain;
  const made = message(severity, ruleId ?? "", reason, { place: place as Place | undefined });
  return Object.assign(made, plain);
}
