import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import type { BatchFile } from "../row.js";
import { notXlsx } from "./parts.js";

/** What is heard of XML; names come without their prefix. */
export interface Listener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Tells a listener of XML while it is read; yields after each piece. Throws a BatchError. */
export async function* listen(
  stream: Readable,
  listener: Listener,
  file: BatchFile,
): AsyncGenerator<number> {
  const parser = new SaxesParser();
  parser.on("doctype", () => parser.fail("document type"));
  parser.on("opentag", ({ name, attributes }) => listener.open?.(local(name), attributes));
  parser.on("text", (text) => listener.text?.(text));
  parser.on("closetag", ({ name }) => listener.close?.(local(name)));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      attempt(() => parser.write(decoder.decode(bytes, { stream: true })), file);
      yield bytes.length;
    }
    attempt(() => parser.close(), file);
  } finally {
    stream.destroy();
  }
}

/** Tells a listener of all of a stream. */
export async function listenToAll(stream: Readable, listener: Listener, file: BatchFile) {
  for await (const _ of listen(stream, listener, file));
}

function attempt(work: () => void, file: BatchFile): void {
  try {
    work();
  } catch {
    // The parser's own words would tell what it read.
    throw notXlsx(file, "XML in a part");
  }
}
