import { message } from "../diagnostics.js";
import { type Change, sideOf } from "../diff/change.js";
import { sentenceOf } from "../diff/tell/sentence.js";
import type { Finding } from "../report/report.js";

/** Changes as findings: each in the file that has it, the second, or the first for what is gone. */
export const diffFindings = (changes: readonly Change[], a: string, b: string): Finding[] =>
  changes.map((change) => ({
    file: change.after ? b : a,
    message: message("info", change.kinds[0] ?? "changed", sentenceOf(change), {
      place: sideOf(change).place,
      ...(change.before?.piece.text !== undefined && { actual: change.before.piece.text }),
      ...(change.after?.piece.text !== undefined && { expected: [change.after.piece.text] }),
    }),
    difference: true,
  }));
