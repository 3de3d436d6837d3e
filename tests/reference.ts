import { writeFileSync } from "node:fs";
import { FileError } from "../src/files/index.js";
import type { Ladder } from "../src/model/ladder.js";
import { writeDocx } from "../src/write/docx/index.js";
import { referenceDocument } from "./helpers/reference-document.js";

/** Writes `templates/reference.docx` anew: `npm run reference`. */
const resources = {
  image: () => null,
  theme: null,
  font: () => null,
  profile: () => {
    throw new FileError("No PDF is written");
  },
};
const { value } = await writeDocx({ document: referenceDocument, ladder: {} as Ladder, resources });
writeFileSync("templates/reference.docx", value);
