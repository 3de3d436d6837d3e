import type { Block, BlockOf, Content, Level, Place, RichText, Track } from "../../model/ladder.js";

/** What a shape has found of a track. */
interface Found {
  levels: Level[];
  /** What heads the columns of its levels. */
  columns?: RichText[];
  /** Where it ends, if a place tells of more than its heading. */
  end?: Place["end"] | undefined;
}

/**
 * The track that follows what was read so far: the heading that names it, and the prose below that,
 * are taken off the end of it.
 */
export function trackBehind(
  read: Content[],
  { levels, columns = [], end }: Found,
  isBetween: (node: Content) => boolean = isProse,
): Track {
  const at = read.findLastIndex((node) => !isBetween(node));
  const heading = read[at]?.type === "heading" ? (read[at] as BlockOf<"heading">) : null;
  const intro = heading ? (read.splice(at).slice(1) as Block[]) : [];
  const place = heading?.place;
  return {
    type: "track",
    title: { text: heading?.text ?? "", ...(heading?.spans && { spans: heading.spans }) },
    family: null,
    discipline: null,
    code: "",
    ...(columns.length > 0 && { columns }),
    intro,
    levels,
    ...(heading?.anchors && { anchors: heading.anchors }),
    ...(place && end && { place: { start: place.start, end } }),
  };
}

/** True for what may stand between a track's heading and its levels. */
export const isProse = (node: Content): boolean =>
  node.type !== "track" && node.type !== "overview" && node.type !== "heading";
