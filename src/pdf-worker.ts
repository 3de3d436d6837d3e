import * as module from "node:module";
import { parentPort } from "node:worker_threads";
import { compose } from "./compose/handbook.js";
import { readPackageFile } from "./files.js";
import type { Ladder } from "./model/ladder.js";
import { settle } from "./model/settle.js";
import type { ImageFile, Resources } from "./resources.js";

(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

/** What the thread is asked: a ladder, and the images of its post by their addresses. */
export interface PdfRequest {
  ladder: Ladder;
  images: ReadonlyMap<string, ImageFile>;
}

const { writePdf } = await import("./write/pdf/index.js");

async function write({ ladder, images }: PdfRequest) {
  const resources: Resources = {
    image: (src) => images.get(src) ?? null,
    font: readPackageFile,
  };
  const { value, messages } = await writePdf({ document: compose(ladder), ladder, resources });
  // A message is an object of a class, which a thread can't hand over as such.
  const plain = messages.map(({ reason, ruleId, fatal, place, actual, expected, note }) => ({
    reason,
    ruleId,
    fatal,
    place,
    actual,
    expected,
    note,
  }));
  return { value, messages: plain };
}

/** What the thread answers. */
export type PdfAnswer = Awaited<ReturnType<typeof write>>;

parentPort?.on("message", async (request: PdfRequest) => {
  parentPort?.postMessage(await write(request));
});

// While the post is still being read, a page of nothing much loads the fonts and warms the code.
const origin = { slug: "warm-up", file: "warm-up.md", sha256: "0".repeat(64) };
const text = "You build **software**: features, fixes & tests – 0123456789.";
await write({
  ladder: settle({ origin, frontMatter: null, content: [{ type: "paragraph", text }] }),
  images: new Map(),
});
