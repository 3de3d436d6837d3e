import { createCipheriv, createHash, createHmac, scryptSync } from "node:crypto";
import type { Protection } from "../../writer.js";
import type { Dictionary, Pdf } from "./pdfkit.js";

/*
 * AES-256, as PDF 2.0 has it (ISO 32000-2, 7.6: version 5, revision 6). Keys, salts and initialization
 * vectors are no random numbers, so that the same packet gives the same bytes: they are made of the
 * password and the content by a function that is slow to try out (RFC 7914). Two files have them in common
 * only where password and content are the same, and then the files are the same, too.
 */

/** Encrypts all that a document will write; `content` tells it from any other. */
export function protect(pdf: Pdf, protection: Protection, content: string): void {
  const secret = scryptSync(passwordBytes(protection.password), content, 32);
  const derive = (purpose: string, length: number): Buffer =>
    createHmac("sha256", secret).update(purpose).digest().subarray(0, length);
  const key = derive("key", 32);
  const dictionary = pdf.ref(dictionaryOf(protection, key, derive));
  // Revision 6 came to PDF 1.7 as an extension (ISO 32000-2, annex K).
  pdf._root.data.Extensions = { ADBE: { BaseVersion: "1.7", ExtensionLevel: 8 } };
  Object.assign(pdf, {
    _security: {
      dictionary,
      // The dictionary itself stays readable (7.6.2).
      getEncryptFn: (id: number) => {
        if (id === (dictionary as unknown as { id: number }).id) return null;
        let count = 0;
        return (bytes: Uint8Array) => encrypted(bytes, key, derive(`iv ${id} ${count++}`, 16));
      },
      end: () => dictionary.end(),
    },
  });
}

/** A string or a stream: its initialization vector before it (7.6.3.2, algorithm 1.A). */
function encrypted(bytes: Uint8Array, key: Uint8Array, iv: Uint8Array): Buffer {
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  return Buffer.concat([iv, cipher.update(bytes), cipher.final()]);
}

type Derive = (purpose: string, length: number) => Buffer;

/** Table 20 and 21: how the key is found by who has the password. */
function dictionaryOf(
  { password, permissions }: Protection,
  key: Buffer,
  derive: Derive,
): Dictionary {
  const user = entryOf(passwordBytes(password), key, Buffer.alloc(0), "user", derive);
  // Nobody is the owner: a password that nobody knows has all rights.
  const owner = entryOf(derive("owner password", 32), key, user.hash, "owner", derive);
  const flags = permissionBits(permissions);
  return {
    Filter: "Standard",
    V: 5,
    R: 6,
    Length: 256,
    CF: { StdCF: { AuthEvent: "DocOpen", CFM: "AESV3", Length: 32 } },
    StmF: "StdCF",
    StrF: "StdCF",
    U: user.hash,
    UE: user.key,
    O: owner.hash,
    OE: owner.key,
    P: flags,
    Perms: sealedPermissions(flags, key, derive),
  };
}

/** Algorithms 8 and 9: the hash of a password with its salts, and the key in its keeping. */
function entryOf(password: Buffer, key: Buffer, user: Buffer, who: string, derive: Derive) {
  const validation = derive(`${who} validation salt`, 8);
  const keySalt = derive(`${who} key salt`, 8);
  const hash = Buffer.concat([hashOf(password, validation, user), validation, keySalt]);
  const cipher = createCipheriv("aes-256-cbc", hashOf(password, keySalt, user), Buffer.alloc(16));
  cipher.setAutoPadding(false);
  return { hash, key: Buffer.concat([cipher.update(key), cipher.final()]) };
}

/** Algorithm 2.B. */
function hashOf(password: Buffer, salt: Buffer, user: Buffer): Buffer {
  let hash = createHash("sha256").update(password).update(salt).update(user).digest();
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const block = Buffer.concat([password, hash, user]);
    const cipher = createCipheriv("aes-128-cbc", hash.subarray(0, 16), hash.subarray(16, 32));
    cipher.setAutoPadding(false);
    const rounds = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => block)));
    const rest = rounds.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    hash = createHash(["sha256", "sha384", "sha512"][rest] ?? "sha256")
      .update(rounds)
      .digest();
    last = rounds.at(-1) ?? 0;
  }
  return hash.subarray(0, 32);
}

/** The longest password of PDF 2.0 (7.6.4.3.3). */
export const MAX_PASSWORD_BYTES = 127;

const passwordBytes = (password: string): Buffer =>
  Buffer.from(password.normalize("NFKC"), "utf8").subarray(0, MAX_PASSWORD_BYTES);

/** Table 22: bits 3 and 12 print, 4 and 6, 9, 11 edit, 5 copies; 10 (for screen readers) is always given. */
function permissionBits({ print, copy, edit }: Protection["permissions"]): number {
  const bits = [
    10,
    ...(print ? [3, 12] : []),
    ...(copy ? [5] : []),
    ...(edit ? [4, 6, 9, 11] : []),
  ];
  const reserved = 0xfffff0c0 | 0;
  const all = [3, 4, 5, 6, 9, 10, 11, 12].reduce((mask, bit) => mask | (1 << (bit - 1)), 0);
  return (reserved & ~all) | bits.reduce((mask, bit) => mask | (1 << (bit - 1)), 0);
}

/** Algorithm 10: the permissions again, so that nobody changes them unnoticed. */
function sealedPermissions(flags: number, key: Buffer, derive: Derive): Buffer {
  const block = Buffer.alloc(16, 0xff);
  block.writeInt32LE(flags, 0);
  block.write("Tadb", 8, "latin1");
  derive("permissions", 4).copy(block, 12);
  const cipher = createCipheriv("aes-256-ecb", key, null);
  cipher.setAutoPadding(false);
  return cipher.update(block);
}
