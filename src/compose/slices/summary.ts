import { spansOf } from "../../model/rich.js";
import type { Slice } from "./slice.js";

/** What the packet is about, at a glance: track, level, grade, and the fields that the template names. */
export const summary: Slice = ({ step, setting, facts }) => {
  const { words, overview } = setting;
  const scale = overview?.scale?.title ?? "";
  const own: [string, string][] = [
    [words.track, step.track.discipline ?? step.track.title.text.replaceAll("\n", " ")],
    [words.level, [step.label, step.title].filter((each) => each !== "").join(" – ")],
    [scale === "" ? words.grade : scale, step.grades.join(", ")],
  ];
  const told = own
    .filter(([, value]) => value !== "")
    .map(([name, text]) => ({ name, value: { text } }));
  const given = facts.filter(({ value }) => spansOf(value).length > 0);
  return [{ type: "panel", facts: [...told, ...given] }];
};
