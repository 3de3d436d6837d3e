import { MAX_SHARED_TEXT_BYTES } from "../../../limits.js";
import type { BatchFile } from "../row.js";
import type { Parts } from "./parts.js";
import { listenToAll } from "./xml.js";

/** "_x000D_" in a text stands for a character that XML can't hold (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** Reads the texts that the cells of a workbook share. */
export async function sharedTexts(parts: Parts, path: string, file: BatchFile): Promise<string[]> {
  if (!parts.has(path)) return [];
  const texts: string[] = [];
  let text = "";
  let inText = false;
  let inReading = false;
  const listener = {
    open(name: string) {
      if (name === "si") text = "";
      if (name === "t") inText = true;
      // How a word is pronounced is no part of it.
      if (name === "rPh") inReading = true;
    },
    text(more: string) {
      if (inText && !inReading) text += more;
    },
    close(name: string) {
      if (name === "t") inText = false;
      if (name === "rPh") inReading = false;
      if (name === "si") texts.push(unescaped(text));
    },
  };
  await listenToAll(await parts.stream(path, MAX_SHARED_TEXT_BYTES), listener, file);
  return texts;
}
