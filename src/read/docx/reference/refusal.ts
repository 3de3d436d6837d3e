import { Refusal } from "../refusal.js";

/** Says why a DOCX that could be opened can't be a reference. */
export const refuse = (reason: string): Refusal => new Refusal("reference", reason);
