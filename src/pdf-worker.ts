import * as module from "node:module";
import { parentPort } from "node:worker_threads";
import { compose } from "./compose/handbook.js";
import { readPackageFile, readProfile } from "./files/index.js";
import type { Ladder } from "./model/ladder.js";
import { settle } from "./model/settle.js";
import type { ImageFile, Resources } from "./resources.js";
import type { Theme } from "./theme/theme.js";

(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

/** What the thread is told first: how its pages look. */
export interface PdfTheme {
  theme: Theme;
}

/** What the thread is asked then: a ladder, and the images of its post by their addresses. */
export interface PdfRequest {
  ladder: Ladder;
  images: ReadonlyMap<string, ImageFile>;
  /** The post, to be attached. */
  source?: Uint8Array;
}

const { writePdf } = await import("./write/pdf/index.js");

async function write({ ladder, images, source }: PdfRequest, theme: Theme | null) {
  const resources: Resources = {
    image: (src) => images.get(src) ?? null,
    font: readPackageFile,
    profile: readProfile,
    theme,
  };
  const document = compose(ladder);
  const { value, messages } = await writePdf({ document, ladder, resources, source });
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

let current: Theme | null = null;
let warm: Promise<unknown> = Promise.resolve();

parentPort?.on("message", async (message: PdfTheme | PdfRequest) => {
  if ("theme" in message) {
    current = message.theme;
    warm = warmUp(current);
    return;
  }
  await warm;
  parentPort?.postMessage(await write(message, current));
});

/** While the post is still being read, a page of nothing much loads the fonts and warms the code. */
function warmUp(theme: Theme): Promise<unknown> {
  const origin = { slug: "warm-up", file: "warm-up.md", sha256: "0".repeat(64) };
  const text = "You build **software**: features, fixes & tests – 0123456789.";
  const content = [{ type: "paragraph" as const, text }];
  const request = { ladder: settle({ origin, frontMatter: null, content }), images: new Map() };
  return write(request, theme);
}
