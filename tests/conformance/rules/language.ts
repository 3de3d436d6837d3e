import { marksAround } from "../pdf/content.js";
import type { Pdf } from "../pdf/open.js";
import type { Element } from "../pdf/tree.js";
import { Dict, Text, within } from "../pdf/values.js";
import { placeOf } from "./nesting.js";
import { type Place, rules, unless } from "./rule.js";

/** That the language of every text is told (ISO 14289-1, 7.2). */
export const languageRules = rules({
  "UA 7.2-2": {
    says: "The language of the outline is told",
    matterhorn: "11-001",
    check: ({ catalog }) =>
      unless(!catalog.has("Outlines") || catalog.has("Lang"), "No /Lang", "catalog"),
  },
  "UA 7.2-21": {
    says: "The language of replacement texts is told",
    matterhorn: "11-002",
    check: (pdf) => untold(pdf, "ActualText"),
  },
  "UA 7.2-22": {
    says: "The language of alternative texts is told",
    matterhorn: "11-003",
    check: (pdf) => untold(pdf, "Alt"),
  },
  "UA 7.2-23": {
    says: "The language of expansions is told",
    matterhorn: "11-004",
    check: (pdf) => untold(pdf, "E"),
  },
  "UA 7.2-24": {
    says: "The language of an annotation's text is told",
    matterhorn: "11-005",
    check: ({ catalog, pages, tree }) =>
      pages.flatMap(({ annotations, number }) =>
        annotations.flatMap(({ dict }) => {
          const parent = tree?.parentOf(dict.number("StructParent") ?? -1);
          const owner = tree?.byKey.get(String(parent));
          const isTold = !dict.has("Contents") || catalog.has("Lang") || hasOwn(owner);
          return unless(isTold, "No language", `page ${number}, ${dict.where}`);
        }),
      ),
  },
  "UA 7.2-29": {
    says: "A language is named by a tag of BCP 47",
    also: "A 6.7.4-1",
    check: ({ objects, pages }) => {
      const all = [...objects.all.values()].map(({ value }) => value);
      const lists = pages.flatMap(({ content }) =>
        content.marks.flatMap((m) => m.properties ?? []),
      );
      return [...all, ...lists]
        .flatMap((value) => [...within(value)])
        .flatMap((value) =>
          value instanceof Dict && value.get("Lang") instanceof Text ? [value] : [],
        )
        .flatMap((dict) =>
          unless(TAG.test(dict.text("Lang") ?? ""), `Unexpected ${dict.text("Lang")}`, dict.where),
        );
    },
  },
  "UA 7.2-30": {
    says: "The language of a span's replacement, alternative or expansion is told",
    matterhorn: "11-002",
    check: (pdf) =>
      pdf.pages.flatMap((page) =>
        page.content.marks.flatMap((mark) => {
          const list = mark.tag === "Span" ? mark.properties : undefined;
          const hasText = ["ActualText", "Alt", "E"].some((key) => list?.has(key));
          const isTold =
            pdf.catalog.has("Lang") ||
            [...marksAround(mark)].some(
              ({ properties, mcid }) =>
                properties?.has("Lang") ||
                (mcid !== undefined && isToldFor(pdf.ownerOf(page, mcid))),
            );
          return unless(!hasText || isTold, "A Span without a language", `page ${page.number}`);
        }),
      ),
  },
  "UA 7.2-33": {
    says: "The language of the metadata's default alternatives is told",
    check: ({ catalog, xmp }) => {
      const languages = xmp?.properties.flatMap(({ values }) =>
        values.map((each) => each.language),
      );
      const holds = catalog.has("Lang") || !languages?.includes("x-default");
      return unless(holds, "x-default and no /Lang", "metadata");
    },
  },
  "UA 7.2-34": {
    says: "The language of a page's text is told",
    matterhorn: "11-001",
    check: (pdf) =>
      pdf.catalog.has("Lang")
        ? []
        : pdf.pages.flatMap((page) => {
            const untoldItem = page.content.items.some(
              ({ kind, mark }) =>
                kind === "text" &&
                ![...marksAround(mark)].some(
                  ({ properties, mcid, tag }) =>
                    tag === "Artifact" ||
                    properties?.has("Lang") ||
                    (mcid !== undefined && isToldFor(pdf.ownerOf(page, mcid))),
                ),
            );
            return unless(!untoldItem, "Text without a language", `page ${page.number}`);
          }),
  },
});

const TAG = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/;

const hasOwn = (element: Element | undefined): boolean => element?.dict.has("Lang") ?? false;

/** Whether an element or one it is in tells its language. */
function isToldFor(element: Element | undefined): boolean {
  for (let each: Element | null | undefined = element; each; each = each.parent)
    if (hasOwn(each)) return true;
  return false;
}

const untold = ({ tree, catalog }: Pdf, key: string): Place[] =>
  (tree?.elements ?? []).flatMap((element) => {
    const isTold = !element.dict.has(key) || catalog.has("Lang") || isToldFor(element);
    return unless(isTold, `/${key} without a language`, placeOf(element));
  });
