import { BODY } from "./styles/kit.js";

/** What a paragraph takes of a page beside its lines, in twentieths of a point, by its style. */
export interface Measure {
  /** The distance of lines; half points of type. */
  line: number;
  size: number;
  around: number;
}

const PLAIN: Measure = { line: BODY.line, size: BODY.size, around: 120 };
const MEASURES: readonly [RegExp, Measure][] = [
  [/^Title$/, { line: 680, size: 60, around: 100 }],
  [/^Heading1$/, { line: 420, size: 34, around: 440 }],
  [/^Heading2$/, { line: 320, size: 26, around: 380 }],
  [/^Heading/, { line: 260, size: 18, around: 160 }],
  [/^List/, { line: BODY.line, size: BODY.size, around: 52 }],
  [/^TOC/, { line: BODY.line, size: BODY.size, around: 40 }],
  [/Gap|Padding/, { line: 120, size: 4, around: 0 }],
  [/Label/, { line: 640, size: 56, around: 0 }],
  [/FactTitle/, { line: 300, size: 24, around: 0 }],
  [/FactName|ExtraName/, { line: 260, size: 15, around: 120 }],
  [/Grid|Small|Column/, { line: 216, size: 16, around: 20 }],
];

/** What a paragraph of a style takes. */
export const measureOf = (style: string): Measure =>
  MEASURES.find(([pattern]) => pattern.test(style))?.[1] ?? PLAIN;
