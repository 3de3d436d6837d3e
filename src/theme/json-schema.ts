import * as z from "zod/mini";
import { ThemeFile } from "./schema.js";

export { THEME_SCHEMA_ID } from "./schema.js";

/**
 * The JSON Schema of a theme file, for editors that complete and check as one writes. A file that
 * extends another may leave out any key, so none is required.
 */
export function themeSchema(): z.core.JSONSchema.BaseSchema {
  const made = z.toJSONSchema(ThemeFile, {
    io: "input",
    override: ({ jsonSchema, path }) => {
      if (!path.includes("items") && !path.includes("logo")) delete jsonSchema.required;
    },
  });
  const base = { type: "string", description: "a shipped theme, or a .yaml file beside this one" };
  return { ...made, properties: { extends: base as never, ...made.properties } };
}
