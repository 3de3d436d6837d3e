/**
 * The library: bytes → ladder → document → bytes, and commands as functions.
 */
export { UsageError } from "./commands/command.js";
export { compose } from "./compose/handbook.js";
export type { Message, Result } from "./diagnostics.js";
export { type Drift, diffDocuments } from "./diff/drift.js";
export type { Change, ChangeKind, Piece, PieceKind, Side, What } from "./diff/index.js";
export { apply, diff, reverse } from "./diff/index.js";
export type { Document } from "./document.js";
export type { Reference } from "./docx-reference.js";
export { build, check, type ProjectOptions } from "./library.js";
export { type LintOptions, lint } from "./lint/index.js";
export type { Rule } from "./lint/rule.js";
export type { Setting, Settings } from "./lint/settings.js";
export type * from "./model/ladder.js";
export * as schema from "./model/schema/index.js";
export { readReference } from "./read/docx/reference/index.js";
export { read, readPost, readRendering } from "./read/index.js";
export {
  exitCode,
  type FileReport,
  type FileState,
  type Finding,
  type Report,
} from "./report/report.js";
export type { Resources } from "./resources.js";
export { readShippedTheme, readThemeFile } from "./theme/read.js";
export { shippedThemes } from "./theme/shipped.js";
export type { Theme } from "./theme/theme.js";
export { FORMATS, type Format, loadWriter } from "./write/index.js";
export type { WriteInput, Writer } from "./write/writer.js";
