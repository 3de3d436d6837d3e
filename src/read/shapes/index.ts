import type { Content } from "../../model/ladder.js";
import { headingPerLevel } from "./heading-per-level/index.js";
import { rowPerLevel } from "./row-per-level.js";
import type { Shape } from "./shape.js";

/** The shapes that are recognised, tried in this order. */
const SHAPES = [rowPerLevel, headingPerLevel] as const satisfies readonly Shape[];

/** Turns what the shapes recognise into tracks. */
export const recognise = (content: readonly Content[]): Content[] =>
  SHAPES.reduce<Content[]>((found, shape) => shape.read(found), [...content]);
