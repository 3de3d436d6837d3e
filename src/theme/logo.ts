import type { Message } from "../diagnostics.js";
import { FileError, readInside } from "../files/index.js";
import { imageFileOf } from "../images/image-file.js";
import { MAX_LOGO_BYTES } from "../limits.js";
import { type Layer, layerOf } from "./layer.js";
import type { ThemeFile } from "./schema.js";
import type { LogoImage, Theme } from "./theme.js";

const PATH = ["logo", "file"];

/** A theme's logo, read from beside the theme; a message where it can't be drawn. */
export async function loadLogo(
  logo: ThemeFile["logo"],
  layers: readonly Layer[],
): Promise<{ value: Theme["logo"]; messages: Message[] }> {
  if (!logo) return { value: null, messages: [] };
  const { file, height, alt } = logo;
  const layer = layerOf(layers, PATH);
  try {
    const bytes = readInside(layer.folder ?? "", file, MAX_LOGO_BYTES);
    return { value: { image: await imageOf(bytes, file), height, alt }, messages: [] };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const reason = `Unexpected logo "${file}", expected a PNG, JPEG or SVG file beside the theme (${error.message})`;
    return { value: null, messages: [layer.complain(PATH, "theme-logo", reason)] };
  }
}

async function imageOf(bytes: Uint8Array, file: string): Promise<LogoImage> {
  if (!/\.svg$/i.test(file)) return imageFileOf(Uint8Array.from(bytes));
  const { svgLogoOf } = await import("./svg.js");
  return svgLogoOf(bytes);
}
