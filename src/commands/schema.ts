import type { Command } from "./command.js";

/** Prints the schema that a JSON rendering refers to. */
export const schema: Command = {
  name: "schema",
  summary: "print the JSON Schema of a ladder, or of a theme",
  options: [{ flags: "--theme", summary: "of a theme file" }],
  async run(_names, { theme }, context) {
    const { id, made } = theme === true ? await ofTheme() : await ofLadder();
    context.out(`${JSON.stringify({ $schema: made.$schema, $id: id, ...made }, null, 2)}\n`);
    return 0;
  },
};

async function ofLadder() {
  const [{ z }, { Ladder, SCHEMA_ID }] = await Promise.all([
    import("zod"),
    import("../model/schema/index.js"),
  ]);
  return { id: SCHEMA_ID, made: z.toJSONSchema(Ladder) };
}

async function ofTheme() {
  const { themeSchema, THEME_SCHEMA_ID } = await import("../theme/json-schema.js");
  return { id: THEME_SCHEMA_ID, made: themeSchema() };
}
