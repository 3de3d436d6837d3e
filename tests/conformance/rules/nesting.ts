import type { Pdf } from "../pdf/open.js";
import { type Element, significantKids, significantParent } from "../pdf/tree.js";
import { type Place, unless } from "./rule.js";

/** The elements of a standard type. */
export const elementsOf = ({ tree }: Pdf, ...types: string[]): Element[] =>
  tree?.elements.filter(({ standard }) => types.includes(standard ?? "")) ?? [];

/** The standard types of an element's kids; NonStruct and Div count as not there. */
export const kidTypes = (element: Element): string[] =>
  significantKids(element).map(({ standard }) => standard ?? "");

/** Elements of `type` are in one of `parents`. */
export const isIn =
  (type: string, ...parents: string[]) =>
  (pdf: Pdf): Place[] =>
    elementsOf(pdf, type).flatMap((element) => {
      const parent = significantParent(element)?.standard ?? "the root";
      return unless(parents.includes(parent), `${type} in ${parent}`, placeOf(element));
    });

/** Elements of `type` hold these alone. */
export const holdsOnly =
  (type: string, ...kids: string[]) =>
  (pdf: Pdf): Place[] =>
    elementsOf(pdf, type).flatMap((element) => {
      const wrong = kidTypes(element).filter((kid) => !kids.includes(kid));
      return unless(wrong.length === 0, `${type} holds ${wrong}`, placeOf(element));
    });

/** Elements of `type` have kids of which `holds` is true. */
export const kidsOf =
  (type: string, holds: (kids: string[]) => boolean, message: string) =>
  (pdf: Pdf): Place[] =>
    elementsOf(pdf, type).flatMap((element) =>
      unless(holds(kidTypes(element)), message, placeOf(element)),
    );

/** Where an element is: its path and its object. */
export const placeOf = ({ path, key }: Element): string => `${path} (${key || "direct"})`;

/** How many kids are of a type. */
export const count = (kids: string[], type: string): number =>
  kids.filter((kid) => kid === type).length;
