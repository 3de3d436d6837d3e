/** An affine map, as PDF writes it: [a b c d e f] (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that does `inner` first, then `outer`. */
export const joined = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

/** What of a graphics state says whether text can be seen, and where (ISO 32000-1, 8.4 and 9.3). */
export interface TextState {
  ctm: Matrix;
  size: number;
  /** 3: neither filled nor stroked; 7: only clips. */
  mode: number;
  /** Of what is filled: 0 is not seen. */
  alpha: number;
  /** 1: as wide as the font has it. */
  stretch: number;
  charSpacing: number;
  wordSpacing: number;
  leading: number;
}

/** The state in which a page begins. */
export const firstState = (): TextState => ({
  ctm: IDENTITY,
  size: 0,
  mode: 0,
  alpha: 1,
  stretch: 1,
  charSpacing: 0,
  wordSpacing: 0,
  leading: 0,
});

/** A page's visible box: left, bottom, right, top. */
export type View = readonly number[];

/** Text smaller than this many points is not read by anybody. */
const LEAST_SIZE = 1;

/** Whether any of a line of text, `width` long in text space, shows within the page. */
export function isSeen(state: TextState, text: Matrix, width: number, view: View): boolean {
  if (state.mode === 3 || state.mode === 7 || state.alpha === 0) return false;
  const map = joined(state.ctm, text);
  const size = state.size * Math.hypot(map[2], map[3]);
  if (Math.abs(size) < LEAST_SIZE) return false;
  const end = joined(map, [1, 0, 0, 1, width, 0]);
  const [left = 0, bottom = 0, right = 0, top = 0] = view;
  const within = (a: number, b: number, low: number, high: number) =>
    Math.max(a, b) + size > low && Math.min(a, b) - size < high;
  return within(map[4], end[4], left, right) && within(map[5], end[5], bottom, top);
}
