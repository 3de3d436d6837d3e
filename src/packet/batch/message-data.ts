import { type Message, message } from "../../diagnostics.js";
import type { Place } from "../../model/ladder.js";

/** A message as plain data: a thread can't hand over an object of a class. */
export type MessageData = Pick<
  Message,
  "reason" | "ruleId" | "fatal" | "place" | "actual" | "expected" | "note" | "file"
>;

/** Takes a message apart. */
export const dataOf = (from: Message): MessageData => {
  const { reason, ruleId, fatal, place, actual, expected, note, file } = from;
  return { reason, ruleId, fatal, place, actual, expected, note, file };
};

/** Makes a message again. */
export function messageOf(data: MessageData): Message {
  const { fatal, ruleId, reason, place } = data;
  const severity = fatal === true ? "error" : fatal === false ? "warning" : "info";
  const made = message(severity, ruleId ?? "", reason, { place: place as Place | undefined });
  return Object.assign(made, data);
}
