import { attributeOf, elementsOf, type Xml } from "./xml.js";

/** The targets of the relationships of a part, by id. */
export function relationsOf(root: Xml | undefined): Map<string, string> {
  return new Map(
    elementsOf(root).flatMap((node): [string, string][] => {
      const id = attributeOf(node, "Id");
      const target = attributeOf(node, "Target");
      return id === undefined || target === undefined ? [] : [[id, target]];
    }),
  );
}
