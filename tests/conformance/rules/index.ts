import { annotationRules } from "./annotations.js";
import { artifactRules } from "./artifacts.js";
import { attachmentRules } from "./attachments.js";
import { beyondRules } from "./beyond.js";
import { colourRules } from "./colour.js";
import { contentRules } from "./content.js";
import { fileRules } from "./file.js";
import { fontRules } from "./fonts.js";
import { imageRules } from "./images.js";
import { languageRules } from "./language.js";
import { listRules } from "./lists.js";
import { metadataRules } from "./metadata.js";
import { outlineRules } from "./outline.js";
import { schemaRules } from "./schemas.js";
import { structureRules } from "./structure.js";
import { tableRules } from "./tables.js";
import { tagRules } from "./tags.js";
import { wordRules } from "./words.js";

/** All rules, by id. */
export const RULES = {
  ...fileRules,
  ...metadataRules,
  ...schemaRules,
  ...tagRules,
  ...artifactRules,
  ...tableRules,
  ...listRules,
  ...structureRules,
  ...languageRules,
  ...annotationRules,
  ...fontRules,
  ...contentRules,
  ...colourRules,
  ...imageRules,
  ...wordRules,
  ...attachmentRules,
  ...outlineRules,
  ...beyondRules,
};

/** The id of a rule. */
export type RuleId = keyof typeof RULES;
