import type { Pdf } from "../pdf/open.js";
import { tableOf } from "../pdf/syntax.js";
import { Dict, Name, within } from "../pdf/values.js";
import { type Place, rules, unless } from "./rule.js";

/**
 * What a file must not have: by the standards, or because no rule here can judge it. So that a file
 * without findings has nothing that went unseen.
 */
export const beyondRules = rules({
  "A 6.4.2-2": {
    says: "The catalog does not ask for rendering",
    check: ({ catalog }) => unless(!catalog.has("NeedsRendering"), "/NeedsRendering", "catalog"),
  },
  "A 6.10-1": {
    says: "There are no alternate presentations",
    check: ({ catalog }) =>
      unless(!catalog.dict("Names")?.has("AlternatePresentations"), "Alternates", "names"),
  },
  "A 6.10-2": {
    says: "No page has steps of a presentation",
    check: ({ pages }) =>
      pages.flatMap(({ dict, number }) =>
        unless(!dict.has("PresSteps"), "/PresSteps", `page ${number}`),
      ),
  },
  "A 6.11-1": {
    says: "The catalog has no requirements",
    check: ({ catalog }) => unless(!catalog.has("Requirements"), "/Requirements", "catalog"),
  },
  "own objects are in a plain table": {
    says: "The objects are in a table and not in streams, where how they are written is not judged here",
    check: ({ source }) => unless(tableOf(source) !== undefined, "No table", "startxref"),
  },
  "own no forms": {
    says: "There is no form, whose rules are not judged here (ISO 19005-3, 6.4; ISO 14289-1, 7.15, 7.18.4)",
    check: ({ catalog }) => unless(!catalog.has("AcroForm"), "/AcroForm", "catalog"),
  },
  "own no optional content": {
    says: "There is no optional content, whose rules are not judged here (ISO 19005-3, 6.9)",
    check: ({ catalog }) => unless(!catalog.has("OCProperties"), "/OCProperties", "catalog"),
  },
  "own no permissions": {
    says: "There is no signature, whose rules are not judged here (ISO 19005-3, 6.1.12, 6.4.3)",
    check: ({ catalog }) => unless(!catalog.has("Perms"), "/Perms", "catalog"),
  },
  "own only fonts judged here": {
    says: "Fonts are Type 0 over TrueType: of others not all is judged here (ISO 19005-3, 6.2.11)",
    check: ({ fonts }) =>
      fonts.flatMap(({ dict, described }) => {
        const isJudged =
          dict.name("Subtype") === "Type0" && described.name("Subtype") === "CIDFontType2";
        return unless(isJudged, `A font of type ${described.name("Subtype")}`, dict.where);
      }),
  },
  "own only colours judged here": {
    says: "Colours are of the device or ICCBased: others are not judged here (ISO 19005-3, 6.2.4.4)",
    check: ({ pages }) =>
      pages.flatMap(({ content, number }) =>
        [...content.colours].flatMap((space) =>
          unless(JUDGED.test(space), space, `page ${number}`),
        ),
      ),
  },
  "own no inline images": {
    says: "Images are objects: others are not judged here (ISO 19005-3, 6.1.10)",
    check: ({ pages }) =>
      pages.flatMap(({ content, number }) =>
        content.items.flatMap(({ kind }) =>
          unless(kind !== "inline image", `An ${kind}`, `page ${number}`),
        ),
      ),
  },
  "own no JPEG 2000": {
    says: "No image is JPEG 2000, which is not judged here (ISO 19005-3, 6.2.8.3)",
    check: (pdf) =>
      dictsOf(pdf).flatMap((dict) =>
        unless(
          !dict.list("Filter").some((each) => each instanceof Name && each.text === "JPXDecode"),
          "JPEG 2000",
          dict.where,
        ),
      ),
  },
  "own no media": {
    says: "There are no media clips, which are not judged here (ISO 14289-1, 7.18.6)",
    check: (pdf) =>
      dictsOf(pdf).flatMap((dict): Place[] =>
        unless(dict.name("Type") !== "MediaClip", "A media clip", dict.where),
      ),
  },
});

const JUDGED = /^(?:Device(?:Gray|RGB|CMYK)|ICCBased|Indexed)$/;

const dictsOf = ({ objects }: Pdf): Dict[] =>
  [...objects.all.values()]
    .flatMap(({ value }) => [...within(value)])
    .filter((value): value is Dict => value instanceof Dict);
