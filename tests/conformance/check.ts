import { openPdf } from "./pdf/open.js";
import { RULES, type RuleId } from "./rules/index.js";
import type { Rule } from "./rules/rule.js";

/** What keeps a file from conforming. */
export interface Finding {
  rule: RuleId;
  /** Whose rule it is; "beside both" for what neither profile tests. */
  standard: string;
  message: string;
  where: string;
}

/**
 * Judges a PDF by the rules of PDF/UA-1 and PDF/A-3a, and by some that lie beside them. It shares no code
 * with what writes PDFs: pdf-lib parses, and the rest is read from the bytes. Throws at what is no PDF.
 */
export async function checkConformance(bytes: Uint8Array): Promise<Finding[]> {
  const pdf = await openPdf(bytes);
  return Object.entries<Rule>(RULES).flatMap(([id, rule]) =>
    [...rule.check(pdf)].map(({ message, where }) => ({
      rule: id as RuleId,
      standard: standardOf(id, rule),
      message,
      where,
    })),
  );
}

function standardOf(id: string, { also = "" }: Rule): string {
  const names = [`${id} `, `${also} `].flatMap((each) =>
    each.startsWith("UA ") ? ["PDF/UA-1"] : each.startsWith("A ") ? ["PDF/A-3a"] : [],
  );
  return names.join(", ") || "beside both";
}
