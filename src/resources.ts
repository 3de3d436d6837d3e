/** An image of a post that can be embedded. */
export interface ImageFile {
  bytes: Uint8Array;
  format: "png" | "jpeg";
  /** Pixels. */
  width: number;
  height: number;
}

import type { Reference } from "./docx-reference.js";
import type { Theme } from "./theme/theme.js";

/** What writers need from outside; handed in, so that they touch no file system themselves. */
export interface Resources {
  /** The image behind an address of the post; null where it can't be embedded. */
  image(src: string): ImageFile | null;
  /** How pages look; null where nothing with pages of its own is written. */
  theme: Theme | null;
  /** The file after which a DOCX is made; left out: it has our own looks. */
  reference?: Reference | null;
  /**
   * The bytes of a font file in node_modules: "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf";
   * null where its package is not installed.
   */
  font(path: string): Uint8Array | null;
  /** The ICC profile of sRGB (IEC 61966-2-1). */
  profile(): Uint8Array;
}
