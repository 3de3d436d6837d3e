import type { Rule } from "../rule.js";
import { danglingLink } from "./dangling-link.js";
import { deadLink } from "./dead-link.js";
import { doubledSpace } from "./doubled-space.js";
import { doubledWord } from "./doubled-word.js";
import { duplicateId } from "./duplicate-id.js";
import { duplicateTitle } from "./duplicate-title.js";
import { emoticon } from "./emoticon.js";
import { emptyExpectation } from "./empty-expectation.js";
import { emptySection } from "./empty-section.js";
import { experienceForm } from "./experience-form.js";
import { experienceRange } from "./experience-range.js";
import { flattenedText } from "./flattened-text.js";
import { levelGap } from "./level-gap.js";
import { levelOrder } from "./level-order.js";
import { missingAnchor } from "./missing-anchor.js";
import { missingSection } from "./missing-section.js";
import { mixedFullStops } from "./mixed-full-stops.js";
import { mixedPerson } from "./mixed-person.js";
import { mixedQuotes } from "./mixed-quotes.js";
import { nestedTable } from "./nested-table.js";
import { noBreakSpace } from "./no-break-space.js";
import { overviewLabel } from "./overview-label.js";
import { overviewLink } from "./overview-link.js";
import { overviewRepeat } from "./overview-repeat.js";
import { overviewTitle } from "./overview-title.js";
import { overviewTrack } from "./overview-track.js";
import { placeholder } from "./placeholder.js";
import { rawNotation } from "./raw-notation.js";
import { repeatedExpectation } from "./repeated-expectation.js";
import { sectionName } from "./section-name.js";
import { similarExpectations } from "./similar-expectations.js";
import { spaceBeforePunctuation } from "./space-before-punctuation.js";
import { strayContent } from "./stray-content.js";
import { strayItem } from "./stray-item.js";
import { thinLevel } from "./thin-level.js";
import { trailingSpace } from "./trailing-space.js";
import { twoTitles } from "./two-titles.js";
import { unbalancedTag } from "./unbalanced-tag.js";
import { unreachableLevel } from "./unreachable-level.js";
import { unsafeImage } from "./unsafe-image.js";
import { unsafeLink } from "./unsafe-link.js";

/** All rules, in the order of their names. */
export const RULES = [
  danglingLink,
  deadLink,
  doubledSpace,
  doubledWord,
  duplicateId,
  duplicateTitle,
  emoticon,
  emptyExpectation,
  emptySection,
  experienceForm,
  experienceRange,
  flattenedText,
  levelGap,
  levelOrder,
  missingAnchor,
  missingSection,
  mixedFullStops,
  mixedPerson,
  mixedQuotes,
  nestedTable,
  noBreakSpace,
  overviewLabel,
  overviewLink,
  overviewRepeat,
  overviewTitle,
  overviewTrack,
  placeholder,
  rawNotation,
  repeatedExpectation,
  sectionName,
  similarExpectations,
  spaceBeforePunctuation,
  strayContent,
  strayItem,
  thinLevel,
  trailingSpace,
  twoTitles,
  unbalancedTag,
  unreachableLevel,
  unsafeImage,
  unsafeLink,
] as const satisfies readonly Rule[];
