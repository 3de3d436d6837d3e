import type { Writer } from "../writer.js";
import { account } from "./account.js";
import { bodyXml } from "./body.js";
import { DocxContext } from "./context.js";
import { pack, partsOf } from "./package.js";
import { shell } from "./shell.js";

/**
 * Writes an Office Open XML document (ECMA-376) that HR may edit in Word: named styles, real lists
 * and tables. `docx` makes the package; the body is written as text, which takes a tenth of the
 * time and memory of a tree of objects, and leaves every id to us.
 */
export const writeDocx: Writer = async ({ document, resources }) => {
  const context = new DocxContext(document.meta, resources);
  const body = bodyXml(document, context);
  const parts = partsOf(await shell(document, context), body, document.meta, context);
  return { value: pack(parts), messages: account(document, body) };
};
