import * as path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldedName, MAX_NAME_BYTES, safeName } from "../../src/packet/file-name.js";

const ANY = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  // Lone surrogates too.
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  // What is wicked stands close together.
  fc.string({
    unit: fc.constantFrom(
      ...'./\\:*?"<>|~- \n\t\0aAeExX1·',
      "\u202e",
      "\u2066",
      "\u200b",
      "\u200d",
      "\ufeff",
      "\u00ad",
      "\u2215",
      "\uff0e",
      "\u0301",
      "con",
      "NUL",
      "com1",
      ".exe",
      ".pdf",
      "..",
      "../",
      "\u{1f600}",
      "\u3164",
      "\u180e",
      "\u00a0",
    ),
  }),
);

const runs = { numRuns: process.env.RUNGBOOK_LONG ? 100_000 : 3000 };

describe("the name of a file", () => {
  test("stays in its folder, on every system", () => {
    fc.assert(
      fc.property(ANY, (text) => {
        const name = `${safeName(text)}.pdf`;
        for (const system of [path.posix, path.win32]) {
          expect(system.basename(name)).toBe(name);
          expect(system.dirname(system.resolve("/out", name))).toBe(system.resolve("/out"));
        }
        expect(name).not.toMatch(/^[.\s~-]|[\s.]\.pdf$|[<>:"|?*/\\]/);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\s*\./i);
      }),
      runs,
    );
  });

  test("shows all that is in it, and no ending but its own", () => {
    fc.assert(
      fc.property(ANY, (text) => {
        const name = safeName(text);
        expect(name).not.toMatch(/[\p{C}\p{Default_Ignorable_Code_Point}]/u);
        expect(name).toBe(name.normalize("NFC"));
        expect(path.extname(name)).not.toMatch(/^\.[a-z0-9]{1,8}$/i);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(MAX_NAME_BYTES);
        expect(name).not.toBe("");
      }),
      runs,
    );
  });

  test("is the same at every time, and of a name that name", () => {
    fc.assert(
      fc.property(ANY, (text) => {
        expect(safeName(safeName(text))).toBe(safeName(text));
      }),
      runs,
    );
  });

  test("is the text itself where that is harmless", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\p{Lu}\p{Ll}{1,8}( \p{Lu}\p{Ll}{1,8}){0,2}$/u), (text) => {
        fc.pre(text === text.normalize("NFC") && !/\p{Cn}/u.test(text));
        expect(safeName(text)).toBe(text);
      }),
    );
  });

  test.each([
    ["../../etc/passwd", "etc-passwd"],
    ["Ann\u202efdp.exe", "Annfdp-exe"],
    ["offer.pdf.exe", "offer.pdf-exe"],
    ["Dr. Ann O’Neil Jr.", "Dr. Ann O’Neil Jr"],
    ["CON", "_CON"],
    ["lpt1 .txt", "_lpt1 -txt"],
    ["a\u200bn\u200dn", "ann"],
    ["\u2066…\u2069", "…"],
    ["\0\u202e ..", "packet"],
    ["Zoe\u0308\nM\u00fcller", "Zoë Müller"],
  ])("%j is %j", (text, name) => {
    expect(safeName(text)).toBe(name);
  });

  test("names that are one file somewhere fold to one", () => {
    for (const [a, b] of [
      ["Ann", "ANN"],
      ["Zoë", "Zoe\u0308"],
      ["STRASSE", "straße"],
      ["STRAẞE", "straße"],
      ["Ａnn", "Ann"],
      ["Σίσυφος", "ΣΊΣΥΦΟΣ"],
    ] as const) {
      expect(foldedName(a)).toBe(foldedName(b));
    }
    fc.assert(
      fc.property(ANY, (text) => {
        const name = safeName(text);
        for (const other of [name.toUpperCase(), name.toLowerCase(), name.normalize("NFD")])
          expect(foldedName(other)).toBe(foldedName(name));
      }),
      runs,
    );
  });
});
