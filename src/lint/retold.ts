import type { Message } from "../diagnostics.js";
import type { Place } from "../model/ladder.js";
import type { Found, Rule } from "./rule.js";

/** The check of a rule that the reader knows: what it told under an id is told again, as of a rule. */
export const retold =
  (ruleId: string): Rule["check"] =>
  ({ told }) =>
    foundBy(ruleId, told);

/** Those of the reader's messages that have an id, as a rule tells them. */
export const foundBy = (ruleId: string, told: readonly Message[]): Found[] =>
  told.filter((each) => each.ruleId === ruleId).map(foundOf);

/** What the reader has told as a rule tells it. */
export function foundOf({ reason, place, actual, expected, note }: Message): Found {
  return {
    reason,
    place: place && "start" in place ? (place as Place) : undefined,
    ...(actual != null && { actual }),
    ...(expected && { expected }),
    ...(note && { note }),
  };
}
