import { parentPort } from "node:worker_threads";
import type { ShownText } from "./pdf-words.js";
import { readShownTexts } from "./read/index.js";

/** What the thread tells: the page it has read, or, at the end, the texts and what there is to say. */
export type PdfReaderAnswer =
  | { page: number }
  | { value: ShownText[] | null; messages: PlainMessage[] };

/** A message is an object of a class, which a thread can't hand over as such. */
export interface PlainMessage {
  severity: "error" | "warning";
  rule: string;
  reason: string;
}

const tell = (answer: PdfReaderAnswer) => parentPort?.postMessage(answer);

parentPort?.on("message", async (bytes: Uint8Array) => {
  const { value, messages } = await readShownTexts(bytes, (page) => tell({ page }));
  const plain = messages.map(
    ({ fatal, ruleId, reason }): PlainMessage => ({
      severity: fatal === true ? "error" : "warning",
      rule: ruleId ?? "",
      reason,
    }),
  );
  tell({ value, messages: plain });
});
