import { type Message, message } from "../../diagnostics.js";

/** Why a DOCX can't be read: thrown wherever that shows, caught where the reading began. */
export class Refusal extends Error {
  readonly told: Message;

  constructor(ruleId: string, reason: string) {
    super(reason);
    this.told = message("error", ruleId, reason);
  }
}

/** The error for a file that is not whole, or not what it says of itself. */
export const broken = (reason: string): Refusal => new Refusal("broken-docx", reason);

/** The error for a file of more than is read. */
export const beyond = (what: string): Refusal =>
  new Refusal("docx-limit", `Unexpected DOCX of ${what}`);
