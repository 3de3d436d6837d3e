import { measureOf } from "./measures.js";

/** How wide an average character is, in parts of the size of its type. */
const CHARACTER = 0.46;

/** A cell that is being filled: where it begins, and how wide its text is. */
interface Cell {
  top: number;
  width: number;
}

/** A row of a table that is being filled. */
interface Row {
  top: number;
  bottom: number;
  /** It is not split. */
  whole: boolean;
  /** It heads the table. */
  head: boolean;
}

/** The space above and below the text of a row. */
const ROW_AIR = 60;

/** Adds up heights, down the page; all measures are twentieths of a point. */
export class Ruler {
  readonly pages = new Map<string, number>();
  style = "";
  characters = 0;
  bookmarks: string[] = [];
  #lines = 0;
  #page = 1;
  #top = 0;
  /** Headings that stay with what comes next: their bookmarks, and how high they are. */
  #kept: { bookmarks: string[]; height: number } = { bookmarks: [], height: 0 };
  readonly #rows: Row[] = [];
  readonly #cells: Cell[] = [];

  constructor(
    private readonly width: number,
    private readonly height: number,
    /** The part of its size that the type has. */
    private readonly scale = 1,
  ) {}

  /** How many pages have begun. */
  get page(): number {
    return this.#page;
  }

  /** What is filled of the page. */
  get top(): number {
    return this.#top;
  }

  mark(token: string): void {
    const row = this.#rows.at(-1);
    if (token === "<w:p>") this.style = "";
    else if (token === "</w:p>") this.#paragraph();
    else if (token === "<w:br/>") this.#line();
    else if (token === "<w:cantSplit/>" && row) row.whole = true;
    else if (token === "<w:tblHeader/>" && row) row.head = true;
    else if (token === "<w:pageBreakBefore/>" && this.#top > 0) this.#turn(0);
  }

  openRow(): void {
    this.#rows.push({ top: this.#top, bottom: this.#top, whole: false, head: false });
  }

  openCell(width: number): void {
    const top = this.#rows.at(-1)?.top ?? this.#top;
    this.#top = top;
    this.#cells.push({ top, width });
  }

  close(what: string): void {
    const row = this.#rows.at(-1);
    if (what === "tc") {
      this.#cells.pop();
      if (row) row.bottom = Math.max(row.bottom, this.#top + ROW_AIR);
    } else if (row) {
      this.#rows.pop();
      this.#top = row.bottom;
      if (this.#rows.length === 0) this.#settle(row);
    }
  }

  /** A row that ends below the page is moved, with what heads it, or split. */
  #settle({ top, bottom, whole, head }: Row): void {
    const height = bottom - top;
    if (head) {
      this.#kept.height += height;
      return;
    }
    if (whole && bottom > this.height) {
      this.#turn(this.#kept.height);
      this.#top += height;
    }
    while (this.#top > this.height) this.#turn(this.#top - this.height);
    this.#kept = { bookmarks: [], height: 0 };
  }

  #paragraph(): void {
    this.#line();
    const { line, around } = measureOf(this.style);
    const height = (this.#lines * line + around) * this.scale;
    this.#lines = 0;
    if (this.#rows.length === 0) this.#place(height);
    this.#top += height;
  }

  /** Puts a paragraph of the page itself where it fits. */
  #place(height: number): void {
    if (this.#top + height > this.height) this.#turn(this.#kept.height);
    if (!this.style.startsWith("Heading")) this.#kept = { bookmarks: [], height: 0 };
    else {
      this.#kept.bookmarks.push(...this.bookmarks);
      this.#kept.height += height;
    }
    for (const each of this.bookmarks) this.pages.set(each, this.#page);
    this.bookmarks = [];
  }

  #line(): void {
    const width = this.#cells.at(-1)?.width ?? this.width;
    const character = measureOf(this.style).size * 10 * CHARACTER * this.scale;
    this.#lines += Math.max(1, Math.ceil((this.characters * character) / width));
    this.characters = 0;
  }

  /** Begins a page, of which so much is filled already; what is kept moves with it. */
  #turn(filled: number): void {
    this.#page++;
    this.#top = filled;
    for (const each of this.#kept.bookmarks) this.pages.set(each, this.#page);
  }
}
