import { PROPERTY } from "../../docx-names.js";
import type { Origin } from "../../model/ladder.js";
import { Ladder } from "../../model/schema/index.js";
import type { Parts } from "./parts.js";
import { attributeOf, elementsOf, rawText } from "./xml.js";

const PATH = "docProps/custom.xml";

/** The post that the custom properties tell (ECMA-376, 22.3); null where they tell none. */
export function originIn(parts: Parts): Origin | null {
  const told = new Map(
    elementsOf(parts.xml(PATH)).map((node) => [
      attributeOf(node, "name"),
      rawText(elementsOf(node)[0]),
    ]),
  );
  const file = told.get(PROPERTY.file);
  const slug = told.get(PROPERTY.slug) ?? file?.replace(/\.[^.]*$/, "");
  const origin = Ladder.shape.origin.safeParse({ slug, file, sha256: told.get(PROPERTY.sha256) });
  return origin.success ? origin.data : null;
}
