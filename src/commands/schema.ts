import type { Command } from "./command.js";

/** Prints the schema that a JSON rendering refers to. */
export const schema: Command = {
  name: "schema",
  summary: "print the JSON Schema of a ladder, of a theme or of changes",
  options: [
    { flags: "--theme", summary: "of a theme file" },
    { flags: "--diff", summary: "of the changes that diff --format json prints" },
  ],
  async run(_names, { theme, diff }, context) {
    const of = theme === true ? ofTheme : diff === true ? ofChanges : ofLadder;
    const { id, made } = await of();
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

async function ofChanges() {
  const [{ z }, { Changes, CHANGES_SCHEMA_ID }] = await Promise.all([
    import("zod"),
    import("../diff/schema.js"),
  ]);
  return { id: CHANGES_SCHEMA_ID, made: z.toJSONSchema(Changes) };
}

async function ofTheme() {
  const { themeSchema, THEME_SCHEMA_ID } = await import("../theme/json-schema.js");
  return { id: THEME_SCHEMA_ID, made: themeSchema() };
}
