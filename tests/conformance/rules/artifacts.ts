import { type Mark, marksAround } from "../pdf/content.js";
import type { Page, Pdf } from "../pdf/open.js";
import { type Place, rules, unless } from "./rule.js";

/** That content is either tagged or an artifact, and never both (ISO 14289-1, 7.1). */
export const artifactRules = rules({
  "UA 7.1-1": {
    says: "No artifact is within tagged content",
    matterhorn: "01-003",
    check: (pdf) =>
      eachMark(pdf, (page, mark) =>
        mark.tag === "Artifact" && isTagged(pdf, page, mark.parent)
          ? "An artifact within tagged content"
          : "",
      ),
  },
  "UA 7.1-2": {
    says: "No tagged content is within an artifact",
    matterhorn: "01-004",
    check: (pdf) =>
      eachMark(pdf, (page, mark) =>
        isArtifact(mark.parent) && isTagged(pdf, page, mark) ? "Tagged content in an artifact" : "",
      ),
  },
  "UA 7.1-3": {
    says: "All content is tagged or an artifact",
    matterhorn: "01-005",
    check: (pdf) =>
      pdf.pages.flatMap((page) =>
        page.content.items.flatMap(({ kind, mark }) =>
          unless(
            isArtifact(mark) || isTagged(pdf, page, mark),
            `A ${kind} that is neither tagged nor an artifact`,
            `page ${page.number}${mark ? `, ${mark.tag} ${mark.mcid ?? ""}` : ""}`,
          ),
        ),
      ),
  },
});

const isArtifact = (mark: Mark | null): boolean =>
  [...marksAround(mark)].some(({ tag }) => tag === "Artifact");

/** A number alone does not tag: it must lead to an element of the tree. */
const isTagged = (pdf: Pdf, page: Page, mark: Mark | null): boolean =>
  [...marksAround(mark)].some(
    ({ mcid }) => mcid !== undefined && pdf.ownerOf(page, mcid) !== undefined,
  );

const eachMark = (pdf: Pdf, check: (page: Page, mark: Mark) => string): Place[] =>
  pdf.pages.flatMap((page) =>
    page.content.marks.flatMap((mark) => {
      const message = check(page, mark);
      return unless(message === "", message, `page ${page.number}, ${mark.tag} ${mark.mcid ?? ""}`);
    }),
  );
