import type { Attribute } from "./ladder.js";

const ROLES: [RegExp, NonNullable<Attribute["role"]>][] = [
  [/^(?:level|label)$/i, "label"],
  [/^(?:job )?(?:title|role|position)$/i, "title"],
  [/^(?:years of )?experience$/i, "experience"],
];

/** What an attribute of this name is; undefined for one that is just itself. */
export const roleOf = (name: string): Attribute["role"] =>
  ROLES.find(([pattern]) => pattern.test(name))?.[1];
