import { message } from "../../diagnostics.js";
import { type Change, sideOf } from "../../diff/change.js";
import { sentenceOf } from "../../diff/tell/sentence.js";
import type { Finding } from "../../report/report.js";
import type { ReadSide } from "./side.js";

/**
 * Changes as findings: each in the file that has it, the second, or the first for what is gone. What is
 * gone from a revision has no line in any file.
 */
export const diffFindings = (changes: readonly Change[], a: ReadSide, b: ReadSide): Finding[] =>
  changes.map((change) => {
    const side = change.after || !a.isFile ? b : a;
    const isThere = change.after || a.isFile;
    return {
      file: side.name,
      message: message("info", change.kinds[0] ?? "changed", sentenceOf(change), {
        ...(isThere && { place: sideOf(change).place }),
        ...(change.before?.piece.text !== undefined && { actual: change.before.piece.text }),
        ...(change.after?.piece.text !== undefined && { expected: [change.after.piece.text] }),
      }),
      difference: true,
    };
  });
