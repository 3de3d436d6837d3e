import type { Block, BlockOf, Content, Level, Track } from "../../../model/ladder.js";
import { isGrid } from "../../grid.js";
import { sectionsOf } from "../../sections.js";
import type { Shape } from "../shape.js";
import { isProse, trackBehind } from "../track.js";
import { jobTitle } from "./job-title.js";
import { type Run, runsOf } from "./runs.js";
import { TRACK } from "./vocabulary.js";

/**
 * Headings of one depth that name levels ("D1 - Developer 1", "Senior Engineer"), all that stands
 * below one its level. The heading before the first of them names the track.
 */
export const headingPerLevel: Shape = {
  name: "heading-per-level",
  read(content) {
    const read: Content[] = [];
    let at = 0;
    for (const run of withoutRepeats(runsOf(content), content)) {
      for (const node of content.slice(at, run.starts[0])) read.push(node);
      read.push(trackOf(run, content, read));
      at = run.end;
    }
    for (const node of content.slice(at)) read.push(node);
    return read;
  },
};

function trackOf({ starts, end }: Run, content: readonly Content[], read: Content[]): Track {
  const levels = starts.map((start, index) => {
    const [heading, ...below] = content.slice(start, starts[index + 1] ?? end);
    return levelOf(heading as BlockOf<"heading">, below as Block[]);
  });
  const anchors = new Set(levels.flatMap((level) => level.anchors ?? []));
  // The overview is no prose: what stands above it is no more this track's than another's.
  const isOverview = (node: Content) =>
    node.type === "table" && isGrid(node.rows, (anchor) => anchors.has(anchor) || null);
  const found = { levels, end: content[end - 1]?.place?.end };
  return trackBehind(read, found, (node) => isProse(node) && !isOverview(node));
}

/** The heading is the level's title; a label with which it begins is derived. */
function levelOf(heading: BlockOf<"heading">, below: readonly Block[]): Level {
  const { text, spans, anchors, place } = heading;
  const placed = place && { place };
  return {
    ...(anchors && { anchors }),
    anchor: null,
    label: null,
    titles: [],
    grades: [],
    attributes: [{ name: TITLE, text, ...(spans && { spans }), ...placed }],
    ...sectionsOf(below),
    ...placed,
  };
}

/** What a heading tells of its level; the post has no word for it. */
const TITLE = "Title";

/**
 * Without runs of the same levels below headings that name no track: there each heading is something
 * that is expected ("Craft"), and below it how far at which level.
 */
function withoutRepeats(runs: readonly Run[], content: readonly Content[]): Run[] {
  const keyOf = ({ names }: Run) => JSON.stringify(names.map(({ text }) => text));
  const kin = new Map<string, { runs: number; areTracks: boolean }>();
  for (const run of runs) {
    const same = kin.get(keyOf(run)) ?? { runs: 0, areTracks: true };
    same.runs++;
    same.areTracks &&= namesTrack(headingBefore(run, content));
    kin.set(keyOf(run), same);
  }
  return runs.filter((run) => {
    const same = kin.get(keyOf(run));
    return same?.runs === 1 || same?.areTracks;
  });
}

const namesTrack = (heading: string): boolean => TRACK.test(heading) || jobTitle(heading) !== null;

function headingBefore({ starts }: Run, content: readonly Content[]): string {
  let at = (starts[0] ?? 0) - 1;
  let node = content[at];
  while (node && isProse(node)) node = content[--at];
  return node?.type === "heading" ? node.text : "";
}
