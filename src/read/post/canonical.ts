/**
 * A post's bytes without byte order mark, its lines ended by LF: what its hash is of, so that neither
 * Git nor an editor on Windows makes another post of it.
 */
export function canonicalBytes(bytes: Uint8Array): Uint8Array {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const rest = marked ? bytes.subarray(3) : bytes;
  if (!rest.includes(CR)) return rest;
  return rest
    .filter((byte, at) => byte !== CR || rest[at + 1] !== LF)
    .map((byte) => (byte === CR ? LF : byte));
}

const CR = 13;
const LF = 10;
