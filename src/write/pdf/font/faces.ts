/** The font files by the name that layout and drawing use; paths are for `Resources.font`. */
export const FACES = {
  sans: "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  sansItalic:
    "@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf",
  sansBold: "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
  sansBoldItalic:
    "@expo-google-fonts/source-sans-3/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf",
  serif: "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
  serifItalic:
    "@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
  mono: "dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf",
  wide: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  wideBold: "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  emoji: "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
} as const;

/** The name of a font file. */
export type Face = keyof typeof FACES;

const BOLD: ReadonlySet<Face> = new Set(["sansBold", "sansBoldItalic", "serif"]);

/** The faces asked in turn for a character that `face` lacks. */
export const fallbacks = (face: Face): Face[] => [BOLD.has(face) ? "wideBold" : "wide", "emoji"];
