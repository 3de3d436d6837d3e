import { z } from "zod";

const Point = z.object({
  line: z.int().min(1),
  column: z.int().min(1),
  offset: z.int().min(0),
});

/** Where a node stands in its post: unist's Position, with offsets in UTF-16 code units. */
export const Place = z.object({ start: Point, end: Point });

const Anchors = z.array(z.string().min(1)).min(1);

/** What every node has that can be linked to. */
export const node = {
  /** Ids under which links reach this node, in the order of the source. */
  anchors: Anchors.optional(),
  /** Where the node stands in the post. Kept in memory only: no rendering carries it. */
  place: Place.optional(),
};
