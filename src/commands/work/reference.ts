import * as path from "node:path";
import type { Reference } from "../../docx-reference.js";
import { FileError, readFile } from "../../files/index.js";
import { MAX_REFERENCE_BYTES } from "../../limits.js";
import type { Finding } from "../../report/report.js";
import { type Context, UsageError } from "../command.js";
import { failure } from "../findings.js";
import { shown } from "../posts/index.js";
import type { Target } from "./target.js";

/** The reference of a target; null: none is named, or it can't be used. */
export interface ChosenReference {
  reference: Reference | null;
  findings: Finding[];
}

/** Reads the DOCX after which those of a target are made. */
export async function chooseReference(
  { reference }: Target,
  { cwd }: Context,
): Promise<ChosenReference> {
  if (reference === undefined) return { reference: null, findings: [] };
  if (typeof reference === "object") return { reference, findings: [] };
  // An unset variable of a script must not mean none.
  if (reference.trim() === "") throw new UsageError("no file given for --reference");
  const file = shown(reference);
  try {
    const bytes = readFile(path.resolve(cwd, reference), MAX_REFERENCE_BYTES);
    const { readReference } = await import("../../read/docx/reference/index.js");
    const { value, messages } = readReference(bytes);
    const findings = messages.map((message) => ({ file, message, failure: true as const }));
    return { reference: value, findings };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const finding = failure(file, "reference-unreadable", error.message);
    return { reference: null, findings: [finding] };
  }
}
