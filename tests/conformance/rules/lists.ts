import { attributeOf } from "./attributes.js";
import { count, elementsOf, holdsOnly, isIn, kidsOf, kidTypes, placeOf } from "./nesting.js";
import { rules, unless } from "./rule.js";

/** Lists and tables of contents (ISO 32000-1, 14.8.4.3.3 and 14.8.4.2). */
export const listRules = rules({
  "UA 7.2-17": { says: "LI is in L", matterhorn: "09-005", check: isIn("LI", "L") },
  "UA 7.2-18": { says: "LBody is in LI", matterhorn: "09-005", check: isIn("LBody", "LI") },
  "UA 7.2-19": {
    says: "L holds L, LI and Caption alone",
    matterhorn: "09-005",
    check: holdsOnly("L", "L", "LI", "Caption"),
  },
  "UA 7.2-20": {
    says: "LI holds Lbl and LBody alone",
    matterhorn: "09-005",
    check: holdsOnly("LI", "Lbl", "LBody"),
  },
  "UA 7.2-40": {
    says: "A list's Caption comes first",
    check: kidsOf("L", (kids) => count(kids.slice(1), "Caption") === 0, "A Caption later on"),
  },
  "UA 7.2-26": { says: "TOCI is in TOC", matterhorn: "09-006", check: isIn("TOCI", "TOC") },
  "UA 7.2-27": {
    says: "TOC holds TOC, TOCI and Caption alone",
    matterhorn: "09-006",
    check: holdsOnly("TOC", "TOC", "TOCI", "Caption"),
  },
  "UA 7.2-28": {
    says: "The Caption of a table of contents comes first",
    check: kidsOf("TOC", (kids) => count(kids.slice(1), "Caption") === 0, "A Caption later on"),
  },
  "own labels have a numbering": {
    says: "A list with labels tells how they number (ISO 14289-1, 7.6)",
    matterhorn: "16-001",
    check: (pdf) =>
      elementsOf(pdf, "L").flatMap((list) => {
        const hasLabels = list.kids.some(
          (kid) => kid.kind === "element" && kidTypes(kid.element).includes("Lbl"),
        );
        const numbering = attributeOf(list, "List", "ListNumbering");
        return unless(!hasLabels || numbering !== null, "No /ListNumbering", placeOf(list));
      }),
  },
});
