import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ImageFile, Resources } from "../../src/resources.js";

const require = createRequire(import.meta.url);

/** Resources for tests: fonts from node_modules, and the images given. */
export function testResources(images: Record<string, ImageFile> = {}): Resources {
  return {
    image: (src) => images[src] ?? null,
    font: (path) => {
      const [scope = "", name = ""] = path.split("/");
      const id = scope.startsWith("@") ? `${scope}/${name}` : scope;
      return readFileSync(
        join(dirname(require.resolve(`${id}/package.json`)), path.slice(id.length)),
      );
    },
  };
}
