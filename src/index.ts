/**
 * The library: bytes → ladder → document → bytes, and the two commands as functions.
 */
export { buildPosts as build } from "./commands/build.js";
export { checkPosts as check } from "./commands/check.js";
export type { Context } from "./commands/command.js";
export type { Target } from "./commands/target.js";
export { type Drift, diffDocuments } from "./compose/drift.js";
export { compose } from "./compose/handbook.js";
export type { Message, Result } from "./diagnostics.js";
export type { Change, ChangeKind, Piece, PieceKind, Side, What } from "./diff/index.js";
export { apply, diff, reverse } from "./diff/index.js";
export type { Document } from "./document.js";
export type { Reference } from "./docx-reference.js";
export type * from "./model/ladder.js";
export * as schema from "./model/schema.js";
export { readReference } from "./read/docx/reference/index.js";
export { read, readPost, readRendering } from "./read/index.js";
export { exitCode, type Report } from "./report/report.js";
export type { Resources } from "./resources.js";
export { readShippedTheme, readThemeFile } from "./theme/read.js";
export { shippedThemes } from "./theme/shipped.js";
export type { Theme } from "./theme/theme.js";
export { FORMATS, type Format, loadWriter } from "./write/index.js";
export type { WriteInput, Writer } from "./write/writer.js";
