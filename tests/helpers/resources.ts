import { readPackageFile, readProfile } from "../../src/files/index.js";
import type { ImageFile, Resources } from "../../src/resources.js";
import { readShippedTheme } from "../../src/theme/read.js";

/** The theme of pages for which none is named. */
export const defaultTheme = (await readShippedTheme("default"))?.value ?? null;

/** Resources for tests: fonts from node_modules, and the images given. */
export function testResources(images: Record<string, ImageFile> = {}): Resources {
  return {
    theme: defaultTheme,
    image: (src) => images[src] ?? null,
    font: readPackageFile,
    profile: readProfile,
  };
}
