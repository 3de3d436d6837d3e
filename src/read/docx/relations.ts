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

/**
 * The paths of the parts to which a part in `folder` ("word/") has relationships of a type, told by
 * the last word of its name ("styles"): before that, strict and transitional files differ.
 */
export const pathsOf = (root: Xml | undefined, type: string, folder: string): string[] =>
  elementsOf(root)
    .filter((node) => attributeOf(node, "Type")?.endsWith(`/${type}`))
    .map((node) => attributeOf(node, "Target") ?? "")
    .map((target) => (target.startsWith("/") ? target.slice(1) : folder + target));
