import type { Element } from "domhandler";
import { contrast as ratio } from "../../../../src/theme/contrast.js";
import type { Page } from "./page.js";

/** Text of 14 points is large if it is bold, of 18 in any case (WCAG 2.1, 1.4.3). */
const LARGE = { bold: 28, any: 36 };

/** Runs whose contrast to what they stand on is too small, with the two colours. */
export const faintRuns = (page: Page): string[] =>
  page.all("w:p").flatMap((paragraph) => {
    const fill = fillOf(paragraph, page);
    return page.below(paragraph, "w:r").flatMap((run) => {
      if (page.text(run).trim() === "") return [];
      const { ink, large } = inkOf(run, paragraph, page);
      const found = ratio(`#${ink}`, `#${fill}`);
      return found < (large ? 3 : 4.5) ? [`${ink} on ${fill}: ${found.toFixed(2)}`] : [];
    });
  });

function inkOf(run: Element, paragraph: Element, page: Page): { ink: string; large: boolean } {
  const character = page.attribute(run, "> w:rPr > w:rStyle");
  const style = page.styleOf(paragraph);
  const of = (property: string): string | undefined =>
    page.styled(character, `w:rPr ${property}`) ?? page.styled(style, `w:rPr ${property}`);
  const defaults = page.styles("w\\:docDefaults w\\:color").attr("w:val");
  const size = Number(of("w:sz") ?? 20);
  const bold = page.styles.xml(page.styles(`w\\:style[w\\:styleId="${style}"]`)).includes("<w:b/>");
  return {
    ink: of("w:color") ?? defaults ?? "000000",
    large: size >= (bold ? LARGE.bold : LARGE.any),
  };
}

/** The fill of a paragraph's style, or of its cell by the conditions of the table's. */
function fillOf(paragraph: Element, page: Page): string {
  const own = page.styled(page.styleOf(paragraph), "w:pPr w:shd", "w:fill");
  if (own !== undefined) return own;
  const cell = page.main(paragraph).closest("w\\:tc").get(0);
  const condition = cell && page.attribute(cell as Element, "> w:tcPr > w:cnfStyle");
  const table = page.main(paragraph).closest("w\\:tbl").get(0);
  if (!condition || !table) return "FFFFFF";
  const style = page.attribute(table as Element, "> w:tblPr > w:tblStyle");
  const type = condition.startsWith("1") ? "firstRow" : "firstCol";
  const fill = page
    .styles(`w\\:style[w\\:styleId="${style}"] > w\\:tblStylePr[w\\:type="${type}"] w\\:shd`)
    .attr("w:fill");
  return fill ?? "FFFFFF";
}
