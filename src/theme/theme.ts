import type { ThemeFile } from "./schema.js";

/** A size of text and the distance of its lines, in points. */
export type Type = ThemeFile["sizes"]["body"];

/** A track's colour and its pale tint, as "#rrggbb". */
export type Hue = ThemeFile["colors"]["tracks"][number];

/** A font file: in an installed package ("@scope/name/file.ttf"), or its bytes. */
export type FontSource = string | Uint8Array;

type Sources<T> = T extends string ? FontSource : { [K in keyof T]: Sources<T[K]> };

/** A logo; what an SVG holds was made safe, and its size is in its own units. */
export type LogoImage = {
  bytes: Uint8Array;
  format: "png" | "jpeg" | "svg";
  width: number;
  height: number;
};

/** How pages look, as plain data: what a theme file says, measures in points, its files read. */
export interface Theme extends Omit<ThemeFile, "fonts" | "logo"> {
  /** Its font files, by what they are for. */
  fonts: Sources<ThemeFile["fonts"]>;
  /** The logo, its height on the page in points, and what is read to those who don't see it. */
  logo: { image: LogoImage; height: number; alt: string } | null;
}
