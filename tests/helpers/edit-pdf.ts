import { deflateSync, inflateSync } from "node:zlib";

/**
 * A PDF whose pages' content was changed by hand: each content stream as text, with every byte outside
 * of them where it was. What is put back must not be longer, compressed, than what was there.
 */
export function editContent(pdf: Uint8Array, change: (content: string) => string): Uint8Array {
  const bytes = Buffer.from(pdf);
  for (const { from, to } of streamsOf(bytes)) {
    const content = inflated(bytes.subarray(from, to));
    if (!content?.includes("\nBT\n")) continue;
    const changed = change(content);
    if (changed === content) continue;
    const packed = deflateSync(Buffer.from(changed, "latin1"), { level: 9 });
    if (packed.length > to - from) throw new Error(`${packed.length} bytes for ${to - from}`);
    bytes.fill(0, from, to);
    packed.copy(bytes, from);
  }
  return bytes;
}

function* streamsOf(bytes: Buffer): Generator<{ from: number; to: number }> {
  for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at)) {
    const from = at + "stream\n".length;
    const to = bytes.indexOf("\nendstream", from);
    if (to < 0) return;
    yield { from, to };
    at = to + "\nendstream".length;
  }
}

function inflated(packed: Buffer): string | null {
  try {
    return inflateSync(packed).toString("latin1");
  } catch {
    return null;
  }
}
