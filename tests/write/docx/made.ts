import { unzipSync } from "fflate";
import type { Document } from "../../../src/document.js";
import type { Reference } from "../../../src/docx-reference.js";
import type { Ladder } from "../../../src/model/ladder.js";
import type { ImageFile } from "../../../src/resources.js";
import { writeDocx } from "../../../src/write/docx/index.js";
import { testResources } from "../../helpers/resources.js";

/** The DOCX of a document, all of whose words are in it. */
export async function written(
  document: Document,
  reference: Reference | null = null,
  images: Record<string, ImageFile> = {},
): Promise<Uint8Array> {
  const resources = { ...testResources(images), reference };
  const { value, messages } = await writeDocx({ document, ladder: {} as Ladder, resources });
  if (messages.length > 0) throw new Error(messages.map(String).join("; "));
  return value;
}

/** The parts of a package as text. */
export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, each]) => [path, new TextDecoder().decode(each)]),
  );
