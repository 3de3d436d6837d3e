import type { Pdf } from "../pdf/open.js";
import type { Dict } from "../pdf/values.js";
import { rules, unless } from "./rule.js";

/** The outline (ISO 14289-1, 7.17; ISO 32000-1, 12.3.3). */
export const outlineRules = rules({
  "own outline has titles": {
    says: "Each entry of the outline has a title",
    check: (pdf) =>
      entriesOf(pdf).flatMap((entry) =>
        unless((entry.text("Title") ?? "").trim() !== "", "No title", entry.where),
      ),
  },
  "own outline leads somewhere": {
    says: "Each entry of the outline has a destination on a page that is there",
    check: (pdf) => {
      const keys = new Set(pdf.pages.map(({ key }) => key));
      return entriesOf(pdf).flatMap((entry) => {
        const target = entry.has("Dest") ? entry : entry.dict("A");
        const [page] = target?.rawList(target === entry ? "Dest" : "D") ?? [];
        const isNamed = (target?.text("D") ?? target?.text("Dest")) !== undefined;
        return unless(isNamed || keys.has(String(page)), "No destination", entry.where);
      });
    },
  },
});

/** All entries, from the first of the outline on. */
function entriesOf({ catalog }: Pdf): Dict[] {
  const found = new Set<Dict>();
  const visit = (first: Dict | undefined): void => {
    for (let entry = first; entry && !found.has(entry); entry = entry.dict("Next")) {
      found.add(entry);
      visit(entry.dict("First"));
    }
  };
  visit(catalog.dict("Outlines")?.dict("First"));
  return [...found];
}
