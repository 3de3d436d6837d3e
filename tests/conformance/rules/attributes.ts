import type { Element } from "../pdf/tree.js";
import { asDict, Name, type Value } from "../pdf/values.js";

/** An attribute of an element by its owner (ISO 32000-1, 14.7.5); null where it has none. */
export function attributeOf({ dict }: Element, owner: string, key: string): Value {
  for (const each of dict.list("A")) {
    const attributes = asDict(each);
    if (attributes?.name("O") === owner && attributes.has(key)) return attributes.get(key);
  }
  return null;
}

/** The same where it is a name. */
export function nameAttribute(element: Element, owner: string, key: string): string | undefined {
  const value = attributeOf(element, owner, key);
  return value instanceof Name ? value.text : undefined;
}
