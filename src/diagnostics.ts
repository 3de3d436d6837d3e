import { VFileMessage } from "vfile-message";
import type { Place } from "./model/ladder.js";

/**
 * A diagnostic with a place. `fatal` is true for an error, false for a warning, null for information;
 * `ruleId` names the complaint; `actual` and `expected` hold what was found and what was expected.
 */
export type Message = VFileMessage;

/** What a reader or a writer returns: a value, and what there is to say of it. */
export interface Result<T> {
  /** As far as it could be made. */
  value: T;
  /** In the order of their places; an error among them says that the value is not to be used. */
  messages: Message[];
}

/** What `message` may be told beside its reason. */
export interface MessageOptions {
  place?: Place | undefined;
  actual?: string;
  expected?: string[];
  note?: string;
}

const FATAL = { error: true, warning: false, info: null } as const;

/** Makes a diagnostic of rule `ruleId` (kebab-case). */
export function message(
  severity: keyof typeof FATAL,
  ruleId: string,
  reason: string,
  options: MessageOptions = {},
): Message {
  const made = new VFileMessage(reason, {
    ruleId,
    source: "rungbook",
    place: options.place,
  });
  made.fatal = FATAL[severity] ?? undefined;
  if (options.actual !== undefined) made.actual = options.actual;
  if (options.expected) made.expected = options.expected;
  if (options.note) made.note = options.note;
  return made;
}

/** True where one of the messages is an error. */
export const failed = (messages: readonly Message[]): boolean =>
  messages.some((each) => each.fatal === true);
