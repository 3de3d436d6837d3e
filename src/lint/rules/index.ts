import type { Rule } from "../rule.js";
import { danglingLink } from "./dangling-link.js";
import { deadLink } from "./dead-link.js";
import { duplicateId } from "./duplicate-id.js";
import { duplicateTitle } from "./duplicate-title.js";
import { experienceForm } from "./experience-form.js";
import { experienceRange } from "./experience-range.js";
import { flattenedText } from "./flattened-text.js";
import { levelGap } from "./level-gap.js";
import { levelOrder } from "./level-order.js";
import { missingAnchor } from "./missing-anchor.js";
import { missingSection } from "./missing-section.js";
import { nestedTable } from "./nested-table.js";
import { overviewLabel } from "./overview-label.js";
import { overviewLink } from "./overview-link.js";
import { overviewRepeat } from "./overview-repeat.js";
import { overviewTitle } from "./overview-title.js";
import { overviewTrack } from "./overview-track.js";
import { rawNotation } from "./raw-notation.js";
import { sectionName } from "./section-name.js";
import { strayContent } from "./stray-content.js";
import { strayItem } from "./stray-item.js";
import { thinLevel } from "./thin-level.js";
import { twoTitles } from "./two-titles.js";
import { unbalancedTag } from "./unbalanced-tag.js";
import { unreachableLevel } from "./unreachable-level.js";
import { unsafeImage } from "./unsafe-image.js";
import { unsafeLink } from "./unsafe-link.js";

/** All rules, in the order of their names. */
export const RULES = [
  danglingLink,
  deadLink,
  duplicateId,
  duplicateTitle,
  experienceForm,
  experienceRange,
  flattenedText,
  levelGap,
  levelOrder,
  missingAnchor,
  missingSection,
  nestedTable,
  overviewLabel,
  overviewLink,
  overviewRepeat,
  overviewTitle,
  overviewTrack,
  rawNotation,
  sectionName,
  strayContent,
  strayItem,
  thinLevel,
  twoTitles,
  unbalancedTag,
  unreachableLevel,
  unsafeImage,
  unsafeLink,
] as const satisfies readonly Rule[];
