import { LIST_STYLES, listStyle } from "../../../docx-names.js";
import { PLAIN_BULLETS, PLAIN_NUMBERS } from "../numbering.js";
import type { StyleDefinition } from "./definition.js";
import { paragraphStyle } from "./kit.js";

/** Word's own styles of lists: List Bullet to List Bullet 5, and the same of List Number. */
export const listStyles = (): StyleDefinition[] =>
  [false, true].flatMap((ordered) =>
    Array.from({ length: LIST_STYLES }, (_, level) => {
      const { id, name } = listStyle(ordered, level);
      const numbering = { id: ordered ? PLAIN_NUMBERS : PLAIN_BULLETS, level };
      return paragraphStyle(id, name, { paragraph: { numbering, spacing: { after: 52 } } });
    }),
  );
