import type { Value } from "./values.js";

/** A transformation as PDF writes one (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** Text shown in one go: where it begins and ends, and how large it is, in units of its page. */
export interface Stretch {
  from: { x: number; y: number };
  to: { x: number; y: number };
  size: number;
}

/** Leaves all as it is. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** `inner` within `outer`. */
export const joined = (outer: Matrix, inner: Matrix): Matrix => {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
};

/** The matrix that the operands of cm and Tm are. */
export const matrixOf = (operands: readonly Value[]): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.map(Number);
  return [a, b, c, d, e, f];
};

/** Where the next text stands (9.4.2). */
export class Cursor {
  private line = IDENTITY;
  private text = IDENTITY;
  private leading = 0;

  /** Does what an operator does to it; none at all of most. */
  perform(operator: string, operands: readonly Value[]): void {
    const [x = 0, y = 0] = operands.map(Number);
    if (operator === "BT") this.place(IDENTITY);
    else if (operator === "Tm") this.place(matrixOf(operands));
    else if (operator === "TL") this.leading = x;
    else if (operator === "TD") this.leading = -y;
    else if (/^(?:T\*|'|")$/.test(operator)) this.move(0, -this.leading);
    if (/^T[dD]$/.test(operator)) this.move(x, y);
  }

  /** Goes on by the width of a text. */
  advance(width: number, size: number, page: Matrix): Stretch {
    const before = joined(page, this.text);
    this.text = joined(this.text, [1, 0, 0, 1, width, 0]);
    const after = joined(page, this.text);
    const scale = Math.hypot(before[0], before[1]);
    return { from: pointOf(before), to: pointOf(after), size: size * scale };
  }

  private move(x: number, y: number): void {
    this.place(joined(this.line, [1, 0, 0, 1, x, y]));
  }

  private place(matrix: Matrix): void {
    this.line = matrix;
    this.text = matrix;
  }
}

const pointOf = ([, , , , x, y]: Matrix) => ({ x, y });
