import { type Package, packageFaces } from "./eastAsian.js";

const NOTO = "@expo-google-fonts/noto-sans";

/**
 * The font files asked for what a document's own faces lack; paths are for `Resources.font`. All
 * may be embedded: they bear the SIL Open Font License, DejaVu its own free one.
 */
export const FALLBACK_FACES = {
  arabic: "@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf",
  arabicBold: "@expo-google-fonts/vazirmatn/600SemiBold/Vazirmatn_600SemiBold.ttf",
  hebrew: `${NOTO}-hebrew/400Regular/NotoSansHebrew_400Regular.ttf`,
  hebrewBold: `${NOTO}-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf`,
  wide: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  wideBold: "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  emoji: "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
  math: `${NOTO}-math/400Regular/NotoSansMath_400Regular.ttf`,
  symbols: `${NOTO}-symbols/400Regular/NotoSansSymbols_400Regular.ttf`,
  symbols2: `${NOTO}-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf`,
  text: "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
  ...packageFaces(),
} as const;

/** The name of a font file that stands in for others. */
export type Fallback = keyof typeof FALLBACK_FACES;

const ARABIC = /\p{Script_Extensions=Arabic}/u;
const HEBREW = /\p{Script=Hebrew}/u;
// A variation selector asks for the picture; so does what Unicode shows as one by itself.
const PICTURE = /\ufe0f|\p{Emoji_Presentation}/u;
const TEXT_STYLE = "\ufe0e";
/** Ideographs, kana and syllables, with the punctuation and the wide forms that go with them. */
const EAST_ASIAN =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Hangul}\u3000-\u303f\u3200-\u33ff\ufe30-\ufe4f\uff00-\uffef]/u;

/** True for a character that only the optional packages' fonts have. */
export const isEastAsian = (character: string): boolean => EAST_ASIAN.test(character);

/**
 * The faces asked in turn for a character that a document's own face lacks: first those made for
 * its script. `packages`: the fonts for Chinese, Japanese and Korean, the document's own first.
 */
export function fallbacks(
  character: string,
  bold: boolean,
  packages: () => readonly Package[],
): Fallback[] {
  const weighed = (regular: Fallback, heavy: Fallback): Fallback[] =>
    bold ? [heavy, regular] : [regular];
  const wide = weighed("wide", "wideBold");
  if (ARABIC.test(character)) return [...weighed("arabic", "arabicBold"), ...wide];
  if (HEBREW.test(character)) return [...weighed("hebrew", "hebrewBold"), ...wide];
  const signs: Fallback[] = ["math", "symbols", "symbols2", "text"];
  if (isEastAsian(character)) {
    const faces = packages().flatMap((each) => weighed(each, `${each}Bold`));
    return [...faces, ...wide, "emoji", ...signs];
  }
  const picture = PICTURE.test(character) && !character.includes(TEXT_STYLE);
  return picture ? ["emoji", ...wide, ...signs] : [...wide, "emoji", ...signs];
}
