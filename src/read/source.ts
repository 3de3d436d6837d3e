import type { Place } from "../model/ladder.js";

type Point = Place["start"];

/** A text that places point into: its lines are told once, so that finding a place is a look-up. */
export class Source {
  readonly text: string;
  private readonly lineStarts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (const end of text.matchAll(/\r\n|\n|\r/g)) this.lineStarts.push(end.index + end[0].length);
  }

  /** The line (1-based) that starts here, as an offset in UTF-16 code units. */
  offsetOfLine(line: number): number {
    return this.lineStarts[line - 1] ?? this.text.length;
  }

  /** The place between two offsets. */
  place(start: number, end: number): Place {
    return { start: this.point(start), end: this.point(end) };
  }

  private point(offset: number): Point {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return {
      line: low + 1,
      column: offset - (this.lineStarts[low] ?? 0) + 1,
      offset,
    };
  }
}
