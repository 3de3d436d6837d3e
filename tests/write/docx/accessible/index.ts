import { faintRuns } from "./contrast.js";
import { Page } from "./page.js";
import {
  boxed,
  colourOnly,
  floating,
  noLanguage,
  noTitle,
  wordlessLinks,
  wrongDirection,
} from "./reading.js";
import {
  emptyParagraphs,
  headlessTables,
  namelessImages,
  namelessTables,
  skippedHeadings,
  typedLists,
} from "./structure.js";

/** A rule of EN 301 549, clause 10 (WCAG 2.1 for documents), as far as a program can tell. */
export const RULES = {
  /** 10.2.4.2 */
  title: noTitle,
  /** 10.3.1.1 */
  language: noLanguage,
  /** 10.1.3.1, 10.2.4.6 */
  headings: skippedHeadings,
  /** 10.1.3.1 */
  "table-headers": headlessTables,
  /** 10.1.1.1 */
  "table-description": namelessTables,
  /** 10.1.1.1 */
  "image-alt": namelessImages,
  /** 10.1.3.1 */
  lists: typedLists,
  /** 10.2.4.4 */
  links: wordlessLinks,
  /** 10.1.4.3 */
  contrast: faintRuns,
  /** 10.1.4.1 */
  colour: colourOnly,
  /** 10.1.3.1 */
  "empty-paragraph": emptyParagraphs,
  /** 10.1.3.2 */
  floating,
  /** 10.1.3.2 */
  "reading-order": boxed,
  /** 10.1.3.2 */
  direction: wrongDirection,
} satisfies Record<string, (page: Page) => string[]>;

/** The rules that a DOCX breaks, each with where. */
export function faultsOf(parts: Readonly<Record<string, string>>): [rule: string, where: string][] {
  const page = new Page(parts);
  return Object.entries(RULES).flatMap(([rule, check]) =>
    check(page).map((where): [string, string] => [rule, where]),
  );
}
