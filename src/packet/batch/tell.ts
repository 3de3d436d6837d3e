import { type Message, message } from "../../diagnostics.js";
import type { Place } from "../../model/ladder.js";
import { REPORTERS } from "../../report/index.js";
import type { Finding } from "../../report/report.js";
import type { World } from "./request.js";
import type { Row } from "./row.js";

/** Tells findings as lines, errors alone where all is to be quiet. */
export function teller(
  say: (text: string) => void,
  { out, colour }: Pick<World, "out" | "colour">,
  quiet: boolean,
) {
  const reporter = REPORTERS.text({ out, err: say }, { quiet, colour });
  return (findings: Finding[]) => reporter.outcome({ files: [], findings });
}

/** Where a row stands, and its cells that say which level is meant. */
export interface RowPlaces {
  row: string;
  level?: string | undefined;
  title?: string | undefined;
}

/** The places of a row. */
export const placesIn = ({ place, cells }: Row): RowPlaces => ({
  row: place,
  level: cells.get("level")?.place,
  title: cells.get("title")?.place,
});

/** A message about a row as a finding: with the row's place, and that in the post where there is one. */
export function findingOf(found: Message, places: RowPlaces): Finding {
  if (found.file?.includes(": row ")) return { file: found.file, message: found };
  const [, cell] = /-?(level|title)$/.exec(found.ruleId ?? "") ?? [];
  // A title that is missing is the level's matter.
  const place = (cell === "title" && places.title) || (cell && places.level) || places.row;
  const severity = found.fatal === true ? "error" : found.fatal === false ? "warning" : "info";
  const told = message(severity, found.ruleId ?? "", found.reason);
  const options = { ...(found.note && { note: found.note }) };
  const source = found.file && found.place;
  return {
    file: place,
    message: Object.assign(told, options),
    ...(source && { source: { file: found.file ?? "", place: found.place as Place } }),
  };
}

/** Why the batch can't do its work. */
export const failure = (file: string, ruleId: string, reason: string): Finding => ({
  file,
  message: message("error", ruleId, reason),
  failure: true,
});
