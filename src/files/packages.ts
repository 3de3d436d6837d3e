import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { attempt } from "./error.js";

/**
 * The bytes of a file in an installed package ("@scope/name/file.ttf"), be it installed for this
 * program or for the project in whose folder it runs; null where it is not.
 */
export const readPackageFile = (name: string): Uint8Array | null =>
  attempt(() => {
    const file = packageFile(import.meta.url, name) ?? packageFile(path.resolve("_"), name);
    return file === null ? null : fs.readFileSync(file);
  });

/** Where a package's file stands, sought in the folders of packages from a file upwards. */
function packageFile(from: string, name: string): string | null {
  try {
    return createRequire(from).resolve(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

const packages = createRequire(import.meta.url);

/** The ICC profile of sRGB, as pdfkit brings it: beside its code, since it exports no more. */
export const readProfile = (): Uint8Array =>
  attempt(() => {
    const folder = path.dirname(packages.resolve("pdfkit"));
    return fs.readFileSync(path.join(folder, "data/sRGB_IEC61966_2_1.icc"));
  });

/** Where the folder of a file of this package is: "templates/themes/default.yaml". */
export const ownFolder = (name: string): string =>
  attempt(() => path.dirname(packages.resolve(`rungbook/${name}`)));
