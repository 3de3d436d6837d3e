import type { Pdf } from "../pdf/open.js";
import { attributeOf } from "./attributes.js";
import { count, elementsOf, kidTypes, placeOf } from "./nesting.js";
import { type Place, rules, unless } from "./rule.js";

/** Headings, figures, formulas and notes (ISO 14289-1, 7.3, 7.4, 7.7, 7.9). */
export const structureRules = rules({
  "UA 7.4.2-1": {
    says: "Headings begin with H1 and skip no level on the way down",
    matterhorn: "14-003",
    check: (pdf) => {
      let last = 0;
      return numbered(pdf).flatMap((heading) => {
        const level = Number(heading.standard?.slice(1));
        const holds = level <= last + 1;
        const message = `H${level} after ${last === 0 ? "no heading" : `H${last}`}`;
        last = level;
        return unless(holds, message, placeOf(heading));
      });
    },
  },
  "UA 7.4.4-1": {
    says: "An element has one H at most",
    matterhorn: "14-006",
    check: ({ tree }) =>
      (tree?.elements ?? []).flatMap((element) =>
        unless(count(kidTypes(element), "H") <= 1, "Several H", placeOf(element)),
      ),
  },
  "UA 7.4.4-2": {
    says: "H and H1 to H6 are not used together",
    matterhorn: "14-007",
    check: (pdf) =>
      elementsOf(pdf, "H").flatMap((heading) =>
        unless(numbered(pdf).length === 0, "H beside numbered headings", placeOf(heading)),
      ),
  },
  "UA 7.3-1": {
    says: "A figure has an alternative or replacement text",
    matterhorn: "13-004",
    check: (pdf) => withoutText(pdf, "Figure"),
  },
  "UA 7.7-1": {
    says: "A formula has an alternative or replacement text",
    matterhorn: "17-002",
    check: (pdf) => withoutText(pdf, "Formula"),
  },
  "own replacing texts are seen": {
    says: "What is told of a figure or a link has a visible character (ISO 14289-1, 7.3, 7.18.5)",
    check: ({ tree, pages }) => {
      const told = [
        ...(tree?.elements.map(({ dict, path }) => [dict.text("Alt"), path] as const) ?? []),
        ...pages.flatMap(({ annotations }) =>
          annotations.map(({ dict }) => [dict.text("Contents"), dict.where] as const),
        ),
      ];
      return told.flatMap(([text, where]) =>
        unless(!text || isSeen(text), "Nothing visible", where),
      );
    },
  },
  "own figures have a box": {
    says: "A figure tells its bounding box (ISO 32000-1, 14.8.5.4.3)",
    check: (pdf) =>
      elementsOf(pdf, "Figure").flatMap((figure) => {
        const box = attributeOf(figure, "Layout", "BBox");
        return unless(Array.isArray(box) && box.length === 4, "No /BBox", placeOf(figure));
      }),
  },
  "UA 7.9-1": {
    says: "A note has an ID",
    matterhorn: "19-003",
    check: (pdf) =>
      elementsOf(pdf, "Note").flatMap((note) =>
        unless((note.dict.text("ID") ?? "") !== "", "No /ID", placeOf(note)),
      ),
  },
  "UA 7.9-2": {
    says: "No two notes have one ID",
    matterhorn: "19-004",
    check: (pdf) => {
      const seen = new Set<string>();
      return elementsOf(pdf, "Note").flatMap((note) => {
        const id = note.dict.text("ID") ?? "";
        const isNew = id === "" || !seen.has(id);
        seen.add(id);
        return unless(isNew, `The ID ${id} a second time`, placeOf(note));
      });
    },
  },
});

const isSeen = (text: string): boolean => /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(text);

const numbered = ({ tree }: Pdf) =>
  tree?.elements.filter(({ standard }) => /^H[1-6]$/.test(standard ?? "")) ?? [];

const withoutText = (pdf: Pdf, type: string): Place[] =>
  elementsOf(pdf, type).flatMap((element) => {
    const { dict } = element;
    const holds = (dict.text("Alt") ?? "") !== "" || dict.text("ActualText") !== undefined;
    return unless(holds, `${type} without /Alt`, placeOf(element));
  });
