import type { Command } from "./command.js";

/** Prints the schema that a JSON rendering refers to. */
export const schema: Command = {
  name: "schema",
  summary: "print the JSON Schema of a ladder",
  options: [],
  async run(_names, _options, context) {
    const [{ z }, { Ladder, SCHEMA_ID }] = await Promise.all([
      import("zod"),
      import("../model/schema.js"),
    ]);
    const made = z.toJSONSchema(Ladder);
    context.out(`${JSON.stringify({ $schema: made.$schema, $id: SCHEMA_ID, ...made }, null, 2)}\n`);
    return 0;
  },
};
