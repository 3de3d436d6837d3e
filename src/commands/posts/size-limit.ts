import { MAX_RENDERING_BYTES } from "../../limits.js";
import { MAX_DOCX_BYTES } from "../../read/docx/limits.js";

/** How many bytes a file of this name may have to be read back: a DOCX is edited by others. */
export const sizeLimit = (name: string): number =>
  /\.docx$/i.test(name) ? MAX_DOCX_BYTES : MAX_RENDERING_BYTES;
