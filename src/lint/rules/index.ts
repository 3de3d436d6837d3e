import type { Rule } from "../rule.js";
import { doubledSpace } from "./doubled-space.js";
import { doubledWord } from "./doubled-word.js";
import { duplicateTitle } from "./duplicate-title.js";
import { emoticon } from "./emoticon.js";
import { emptyExpectation } from "./empty-expectation.js";
import { emptySection } from "./empty-section.js";
import { mixedFullStops } from "./mixed-full-stops.js";
import { mixedPerson } from "./mixed-person.js";
import { mixedQuotes } from "./mixed-quotes.js";
import { noBreakSpace } from "./no-break-space.js";
import { overviewTitle } from "./overview-title.js";
import { placeholder } from "./placeholder.js";
import { repeatedExpectation } from "./repeated-expectation.js";
import { similarExpectations } from "./similar-expectations.js";
import { spaceBeforePunctuation } from "./space-before-punctuation.js";
import { trailingSpace } from "./trailing-space.js";

/** All rules, in the order of their names. */
export const RULES = [
  doubledSpace,
  doubledWord,
  duplicateTitle,
  emoticon,
  emptyExpectation,
  emptySection,
  mixedFullStops,
  mixedPerson,
  mixedQuotes,
  noBreakSpace,
  overviewTitle,
  placeholder,
  repeatedExpectation,
  similarExpectations,
  spaceBeforePunctuation,
  trailingSpace,
] as const satisfies readonly Rule[];
