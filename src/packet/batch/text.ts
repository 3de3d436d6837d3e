import { streamFile } from "../../files/index.js";
import { MAX_BATCH_BYTES } from "../../limits.js";
import { BatchError, type BatchFile } from "./row.js";

/** The text of a file in UTF-8, piece by piece, without a byte order mark. */
export async function* textOf({ path, shown }: BatchFile): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const bytes of streamFile(path, MAX_BATCH_BYTES)) {
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const reason = "Unexpected encoding, expected UTF-8 (Excel: “CSV UTF-8”)";
    throw new BatchError(shown, "not-utf-8", reason);
  }
}
