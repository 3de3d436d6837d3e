/** Where a cell begins: line and column, counted from 1, in UTF-16 units as editors do. */
export interface Point {
  line: number;
  column: number;
}

/** The places of a record's cells. */
export interface Places {
  cells: Point[];
  /** Where a quote stands that neither opens nor closes a cell; null: nowhere. */
  stray: Point | null;
  /** The line behind the record. */
  next: number;
}

/** Finds the cells in the raw text of a record, which may begin with empty lines; it begins in a line. */
export function placesOf(raw: string, delimiter: string, line: number): Places {
  const walk = new Walk(raw, line);
  while (walk.atBreak()) walk.step();
  const cells: Point[] = [];
  let stray: Point | null = null;
  do {
    cells.push(walk.point());
    const quoted = walk.peek() === '"';
    if (quoted) walk.quoted();
    while (!walk.atEnd() && !walk.atBreak() && walk.peek() !== delimiter) {
      if (quoted || walk.peek() === '"') stray ??= walk.point();
      walk.step();
    }
  } while (walk.skip(delimiter));
  while (!walk.atEnd()) walk.step();
  return { cells, stray, next: walk.point().line };
}

/** A place in a text that moves on. */
class Walk {
  #at = 0;
  #start = 0;

  constructor(
    private readonly text: string,
    private line: number,
  ) {}

  point = (): Point => ({ line: this.line, column: this.#at - this.#start + 1 });
  peek = (): string | undefined => this.text[this.#at];
  atEnd = (): boolean => this.#at >= this.text.length;
  atBreak = (): boolean => this.peek() === "\n" || this.peek() === "\r";

  step(): void {
    const ends = this.peek() === "\n" || (this.peek() === "\r" && this.text[this.#at + 1] !== "\n");
    this.#at++;
    if (!ends) return;
    this.line++;
    this.#start = this.#at;
  }

  skip(character: string): boolean {
    const there = this.peek() === character;
    if (there) this.step();
    return there;
  }

  /** Goes behind the quote that closes the cell; two are one in it. */
  quoted(): void {
    this.step();
    while (!this.atEnd()) {
      const isQuote = this.peek() === '"';
      this.step();
      if (isQuote && !this.skip('"')) return;
    }
  }
}
