/** Fonts for Chinese (simplified, traditional), Japanese and Korean, each in a package of its own. */
export type Package = (typeof PACKAGES)[number];

const PACKAGES = ["sc", "tc", "jp", "kr"] as const;

type PackageFaces = { readonly [P in Package as P | `${P}Bold`]: string };

/** The npm package that holds a font; it is large, and optional. */
export const packageName = (each: Package): string => `@expo-google-fonts/noto-sans-${each}`;

/** The font files of all packages, by the names of their faces. */
export function packageFaces(): PackageFaces {
  const faces = PACKAGES.flatMap((each) => {
    const file = (weight: string) =>
      `${packageName(each)}/${weight}/NotoSans${each.toUpperCase()}_${weight}.ttf`;
    return [
      [each, file("400Regular")],
      [`${each}Bold`, file("600SemiBold")],
    ];
  });
  return Object.fromEntries(faces);
}

const TRADITIONAL = /^(?:zh-(?!hans)(?:.*-)?(?:hant|tw|hk|mo)\b|yue\b|nan\b)/i;
const BY_LANGUAGE: [RegExp, Package][] = [
  [TRADITIONAL, "tc"],
  [/^(?:zh|cmn|wuu)\b/i, "sc"],
  [/^ja\b/i, "jp"],
  [/^ko\b/i, "kr"],
];
const BY_SCRIPT: [RegExp, Package][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "jp"],
  [/\p{Script=Hangul}/u, "kr"],
  [/\p{Script=Bopomofo}/u, "tc"],
];
const HANGUL = /\p{Script=Hangul}/u;

/**
 * The package whose forms of ideographs a document wants: by its language (BCP 47), else by a
 * script that only one language writes, else simplified Chinese.
 */
export function packageOf(language: string, texts: Iterable<string>): Package {
  const told = BY_LANGUAGE.find(([pattern]) => pattern.test(language))?.[1];
  if (told) return told;
  const all = [...texts].join(" ");
  return BY_SCRIPT.find(([pattern]) => pattern.test(all))?.[1] ?? "sc";
}

/** The packages asked in turn for a character: the document's own, then the others. */
export function packagesFor(character: string, own: Package): Package[] {
  // Only the Korean font has all syllables; its ideographs are few.
  const first = HANGUL.test(character) ? "kr" : own;
  return [...new Set<Package>([first, own, ...PACKAGES])];
}
