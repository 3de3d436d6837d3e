import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPackageFile } from "../../../src/files/index.js";
import { FALLBACK_FACES } from "../../../src/write/pdf/font/fallbacks.js";
import { checkConformance } from "../../conformance/check.js";
import { embeddedFonts } from "./embedded.js";
import { written } from "./made.js";
import { documentOf, list, paragraph, table } from "./sample.js";

const has = (program: string, flag: string) => spawnSync(program, [flag]).status === 0;
const qpdf = has("qpdf", "--version");
const poppler = has("pdftotext", "-v");

const japanese = readPackageFile(FALLBACK_FACES.jp) !== null;

/** What people write in ladders; Japanese where its font's package is installed. */
const SAMPLES: Record<string, string> = {
  latin: "Ångström naïve Łódź façade office affluent fjord Tiếng Việt Nguyễn Phở ượng",
  greek: "Ελληνικά ἄνθρωπος",
  cyrillic: "Русский Українська ґ є ї Български ѝ Српски ђ ћ џ",
  arrows: "← ↑ → ↓ ↔ ⇐ ⇒ ⇔ ↗ ↘ ↩ ⟶ ⟹ ➜ ➤ ➔ ➡ ⬅ ⬆ ↳ ▶ ► ◀ ▼ ▲",
  maths: "≤ ≥ ≠ ± × ÷ √ ∞ ∑ ∫ ∈ ∉ ∀ ∃ ∅ ∩ ∪ ⊂ ⊆ ≈ ≡ ∂ ∇ ∏ ℝ ℕ 𝔸 𝒜 𝑥 ⌈x⌉ ⟨z⟩ µ Ω",
  numbers: "² ³ ¹ ⁰ ⁴ ⁿ ₀ ₁ ½ ⅓ ¼ ¾ ⅔ ⅛ Ⅳ Ⅷ ⅳ ① ② ⑳ ❶ Ⓐ",
  marks: "✓ ✔ ✗ ✘ ✕ ✖ ❌ ✅ ☐ ☑ ☒ ★ ☆ ● ○ ◦ ▪ ■ □ ◆ ◇ ♥ ❤ ♦ ☎ ✉ ⚠ ⚡ ⚙ ✂ ✏ ℹ ⎋ ⌘",
  signs:
    "© ® ™ § ¶ † ‡ € £ ¥ ₹ ₽ ₩ ₪ ₿ ¢ № ‰ ° ′ ″ … – — ‘ ’ “ ” „ « » ‹ › · • ¿ ¡ ª º ┌─┬─┐ │ ║ ╔ ╗",
  emoji: "🚀 😀 👩‍💻 👍🏽 👨‍👩‍👧‍👦 🎉 💡 📈 🧑🏿‍🚀 🤝 🔥 🫶 🥇 🔟 ♻ ☝🏻 🇵🇹",
  hebrew: "שלום עולם (סוגריים) צ׳ק ל״ג עִבְרִית נִקּוּד",
  arabic: "السلام عليكم ورحمة الله (أقواس) ١٢٣ مرحبًا اَلسَّلَامُ عَلَيْكُمْ لا إله؟",
  persian: "می‌خواهم کتاب‌ها را بخوانم؛ ۱۲۳۴ «نقل قول» گچ پژ",
  urdu: "اُردو میں ٹیکسٹ ڈ ڑ ے ہ ں ھ",
  ...(japanese && { japanese: "ソフトウェアエンジニアは「設計」を行う。ｶﾅ ＡＢＣ が㊀①" }),
};

const everything = documentOf(
  Object.entries(SAMPLES).flatMap(([, text]) => [
    paragraph(text),
    { type: "heading" as const, depth: 3, text },
    list(text),
    table([[text], [text]]),
  ]),
);

describe.each(Object.entries(SAMPLES))("text in %s", (_, text) => {
  it("is drawn, each character of it", async () => {
    const { messages } = await written(documentOf([paragraph(text)]));
    expect(messages).toEqual([]);
  });

  it.skipIf(!poppler)(
    "is read in its order (skipped where pdftotext is not installed)",
    async () => {
      const { value } = await written(documentOf([paragraph(text)], { title: "x" }));
      const read = solid(readByPoppler(value));
      for (const word of text.split(" ")) expect(read).toContain(solid(word));
    },
  );
});

/** Without space, isolates and marks of direction, selectors, and what is canonically the same. */
const solid = (text: string) => text.replace(/[\s\p{Bidi_Control}]|\ufe0f/gu, "").normalize("NFKC");

function readByPoppler(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "rungbook-"));
  try {
    writeFileSync(join(folder, "a.pdf"), bytes);
    return execFileSync("pdftotext", [join(folder, "a.pdf"), "-"]).toString();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it("text in every script keeps to PDF/UA-1 and PDF/A-3a", async () => {
  expect(await checkConformance((await written(everything)).value)).toEqual([]);
});

describe.skipIf(!qpdf)("embedded fonts (skipped where qpdf is not installed)", async () => {
  const fonts = qpdf ? embeddedFonts((await written(everything)).value) : [];

  it("are many, for one has not all of it", () => {
    expect(fonts.length).toBeGreaterThan(10);
    expect(fonts.reduce((sum, { shown }) => sum + shown.size, 0)).toBeGreaterThan(400);
  });

  it("never show the glyph that stands for a missing one", () => {
    expect(fonts.filter(({ shown }) => shown.has(0)).map(({ name }) => name)).toEqual([]);
  });

  it("tell of each code what text it stands for (PDF/A-3, 6.2.11.7.2)", () => {
    const wrong = fonts.flatMap(({ name, shown, unicode }) =>
      [0, ...shown]
        .filter((code) => /^$|[\0\ufeff\ufffe\p{Co}]/u.test(unicode.get(code) ?? ""))
        .map((code) => `${name} ${code}`),
    );
    expect(wrong).toEqual([]);
  });

  it("are as wide as the file says (PDF/UA-1, 7.21.5)", () => {
    const wrong = fonts.flatMap(({ name, shown, told, drawn }) =>
      [...shown]
        .filter((code) => !(Math.abs((told(code) ?? Number.NaN) - drawn(code)) < 1))
        .map((code) => `${name} ${code}: ${told(code)}, not ${drawn(code)}`),
    );
    expect(wrong).toEqual([]);
  });
});
