import { z } from "zod";
import { Row } from "./blocks.js";
import { Place } from "./node.js";

const OverviewEntry = z.strictObject({
  /** Text, as on the scale: "4"; null where the overview has no scale. */
  grade: z.string().nullable(),
  label: z.string().nullable(),
  title: z.string(),
  anchor: z.string(),
});

/** The summary grid: tracks down, grades across, a cell linking to its level. */
export const Overview = z.strictObject({
  type: z.literal("overview"),
  rows: z.array(Row).min(1),
  /** Derived: which row is the company-wide scale, and its grades. */
  scale: z
    .strictObject({
      row: z.int().min(0),
      title: z.string(),
      grades: z.array(z.string()),
    })
    .nullable(),
  /** Derived: the rows that show a track's levels. */
  tracks: z.array(
    z.strictObject({
      row: z.int().min(0),
      title: z.array(z.string()),
      levels: z.array(OverviewEntry),
    }),
  ),
  place: Place.optional(),
});
