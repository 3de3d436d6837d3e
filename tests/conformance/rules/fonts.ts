import { marksAround } from "../pdf/content.js";
import type { Font } from "../pdf/font.js";
import type { Pdf } from "../pdf/open.js";
import { Name, Stream } from "../pdf/values.js";
import { type Place, rules, unless } from "./rule.js";

/** Fonts and the glyphs shown of them (ISO 14289-1, 7.21; ISO 19005-3, 6.2.11). */
export const fontRules = rules({
  "A 6.2.11.2-1": {
    says: "A font says that it is one",
    check: (pdf) =>
      eachFont(pdf, ({ dict, described }) =>
        dict.name("Type") === "Font" && described.name("Type") === "Font" ? "" : "No /Type /Font",
      ),
  },
  "A 6.2.11.2-2": {
    says: "A font is of a type there is",
    check: (pdf) =>
      eachFont(pdf, ({ dict, described }) =>
        [dict, described].every((each) => SUBTYPES.has(each.name("Subtype") ?? ""))
          ? ""
          : "Unexpected /Subtype",
      ),
  },
  "A 6.2.11.2-3": {
    says: "A font has a name",
    check: (pdf) =>
      eachFont(pdf, ({ dict, described }) =>
        dict.has("BaseFont") && described.has("BaseFont") ? "" : "No /BaseFont",
      ),
  },
  "A 6.2.11.2-6": {
    says: "A simple font has a width for each code from FirstChar to LastChar",
    check: (pdf) =>
      eachFont(pdf, ({ dict }) => {
        if (dict.name("Subtype") === "Type0") return "";
        const count = (dict.number("LastChar") ?? -1) - (dict.number("FirstChar") ?? 0) + 1;
        return count > 0 && dict.list("Widths").length === count ? "" : "Unexpected /Widths";
      }),
  },
  "A 6.2.11.2-7": {
    says: "A font program is of a kind there is",
    check: (pdf) =>
      eachFont(pdf, ({ file }) => {
        const kind = file?.dict.name("Subtype") ?? "OpenType";
        return /^(?:Type1C|CIDFontType0C|OpenType)$/.test(kind) ? "" : `Unexpected ${kind}`;
      }),
  },
  "UA 7.21.3.1-1": {
    says: "A composite font's codes are its glyphs' numbers: its encoding is Identity-H",
    also: "A 6.2.11.3.1-1",
    matterhorn: "31-001",
    check: (pdf) =>
      eachFont(pdf, ({ dict }) =>
        dict.name("Subtype") !== "Type0" || dict.name("Encoding") === "Identity-H"
          ? ""
          : "Unexpected /Encoding",
      ),
  },
  "UA 7.21.3.2-1": {
    says: "A CIDFontType2 maps its codes to glyphs",
    also: "A 6.2.11.3.2-1",
    matterhorn: "31-004",
    check: (pdf) =>
      eachFont(pdf, ({ described }) => {
        const map = described.get("CIDToGIDMap");
        const holds = map instanceof Stream || (map instanceof Name && map.text === "Identity");
        return described.name("Subtype") !== "CIDFontType2" || holds ? "" : "No /CIDToGIDMap";
      }),
  },
  "UA 7.21.4.1-1": {
    says: "Fonts are embedded",
    also: "A 6.2.11.4.1-1",
    matterhorn: "31-009",
    check: (pdf) => eachFont(pdf, ({ file }) => (file ? "" : "Not embedded")),
  },
  "own font programs can be read": {
    says: "A font's program and its ToUnicode can be read",
    check: (pdf) => eachFont(pdf, ({ problem }) => problem ?? ""),
  },
  "UA 7.21.4.1-2": {
    says: "Each glyph shown is in the program",
    also: "A 6.2.11.4.1-2",
    matterhorn: "31-011",
    check: (pdf) =>
      eachCode(pdf, ({ font, code }) =>
        !font.program || font.glyphOf(code) < font.program.glyphs ? "" : "No such glyph",
      ),
  },
  "UA 7.21.4.2-2": {
    says: "A CIDSet tells of each glyph of its program",
    also: "A 6.2.11.4.2-2",
    matterhorn: "31-013",
    check: (pdf) =>
      eachFont(pdf, ({ descriptor, program }) => {
        const bits = descriptor?.stream("CIDSet")?.data();
        if (!bits || !program) return "";
        const isTold = (glyph: number) => ((bits[glyph >> 3] ?? 0) & (128 >> (glyph & 7))) !== 0;
        const all = Array.from({ length: program.glyphs }, (_, glyph) => glyph);
        return all.every(isTold) ? "" : "The CIDSet misses glyphs";
      }),
  },
  "UA 7.21.5-1": {
    says: "The widths told are those of the program",
    also: "A 6.2.11.5-1",
    matterhorn: "31-016",
    check: (pdf) =>
      eachCode(pdf, ({ font, code, mode }) => {
        const glyph = font.glyphOf(code);
        if (!font.program || mode === 3 || glyph >= font.program.glyphs) return "";
        const [told, actual] = [font.widthOf(code), font.program.widthOf(glyph)];
        return Math.abs(told - actual) <= 1 ? "" : `${told} wide, and ${actual} in the program`;
      }),
  },
  "UA 7.21.7-1": {
    says: "Each code shown is mapped to Unicode",
    also: "A 6.2.11.7.2-1",
    matterhorn: "31-027",
    check: (pdf) =>
      eachCode(pdf, ({ font, code }) =>
        (font.unicode?.get(code) ?? "") !== "" ? "" : "No Unicode",
      ),
  },
  "UA 7.21.7-2": {
    says: "No code is mapped to U+0000, U+FEFF or U+FFFE",
    also: "A 6.2.11.7.2-2",
    matterhorn: "31-028",
    check: (pdf) =>
      eachCode(pdf, ({ font, code }) => {
        const text = font.unicode?.get(code) ?? "";
        return ["\0", "\ufeff", "\ufffe"].some((each) => text.includes(each)) ? "No character" : "";
      }),
  },
  "own every mapping is a character": {
    says: "A ToUnicode CMap maps nothing to U+0000, U+FEFF or U+FFFE, shown or not (ISO 14289-1, 7.21.7)",
    check: (pdf) =>
      eachFont(pdf, ({ unicode }) => {
        const wrong = [...(unicode ?? [])].filter(
          ([, text]) => text === "" || /\0|\ufeff|\ufffe/.test(text),
        );
        return wrong.length === 0 ? "" : `No character for code ${wrong.map(([code]) => code)}`;
      }),
  },
  "A 6.2.11.7.3-1": {
    says: "A code mapped to the Private Use Area has a replacement text",
    check: (pdf) =>
      eachCode(pdf, ({ font, code, hasReplacement }) =>
        hasReplacement || !isPrivate(font.unicode?.get(code) ?? "") ? "" : "Private use",
      ),
  },
  "UA 7.21.8-1": {
    says: "The .notdef glyph is not shown",
    also: "A 6.2.11.8-1",
    matterhorn: "31-030",
    check: (pdf) => eachCode(pdf, ({ font, code }) => (font.glyphOf(code) === 0 ? ".notdef" : "")),
  },
});

const SUBTYPES = new Set("Type1 MMType1 TrueType Type3 Type0 CIDFontType0 CIDFontType2".split(" "));

/** The private use areas of planes 0, 15 and 16. */
const isPrivate = (text: string): boolean => /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u.test(text);

const nameOf = ({ dict }: Font): string => `${dict.name("BaseFont") ?? "a font"}, ${dict.where}`;

const eachFont = ({ fonts }: Pdf, check: (font: Font) => string): Place[] =>
  fonts.flatMap((font) => {
    const message = check(font);
    return unless(message === "", message, nameOf(font));
  });

interface Code {
  font: Font;
  code: number;
  mode: number;
  hasReplacement: boolean;
}

/** Judges each code once for each font and page. */
function* eachCode({ pages, ...pdf }: Pdf, check: (code: Code) => string): Generator<Place> {
  for (const page of pages) {
    const told = new Set<string>();
    for (const { mark, shown } of page.content.items) {
      if (!shown) continue;
      const { font, mode, codes } = shown;
      const hasReplacement = [...marksAround(mark)].some(
        ({ properties, mcid }) =>
          properties?.has("ActualText") ||
          (mcid !== undefined && pdf.ownerOf(page, mcid)?.dict.has("ActualText")),
      );
      for (const code of codes) {
        const message = check({ font, code, mode, hasReplacement });
        const where = `page ${page.number}, code ${code} of ${nameOf(font)}`;
        if (message === "" || told.has(where)) continue;
        told.add(where);
        yield { message, where };
      }
    }
  }
}
