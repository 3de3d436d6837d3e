import {
  firstState,
  IDENTITY,
  isSeen,
  joined,
  type Matrix,
  type TextState,
  type View,
} from "./state.js";

/** Text that was drawn in one go, with the marked content it belongs to (ISO 32000-1, 14.6). */
export interface Run {
  text: string;
  /** Null: it is in no marked content that the structure could name. */
  mcid: number | null;
  /** What that content is marked as: "P", "Lbl". */
  tag: string;
}

/** What pdfjs gives for a page: its operators by number, and the arguments of each. */
export interface Operators {
  fnArray: readonly number[];
  argsArray: readonly (readonly unknown[] | null)[];
}

/** What a page's operators are read with. */
export interface Reading {
  /** The numbers of pdfjs's operators, by name. */
  ops: Readonly<Record<string, number>>;
  view: View;
  /** Whether a layer (optional content) is shown. */
  isShown(layer: unknown): boolean;
}

interface Glyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}

// Letters, not numbers: those go from left to right in any script.
const RIGHT_TO_LEFT = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * The visible text of a page as it was drawn, in the order of its content, without what is marked as
 * decoration. Glyphs stand from left to right in the file: where they are read from the right, they
 * are turned round, one text object at a time.
 */
export function runsOf({ fnArray, argsArray }: Operators, reading: Reading): Run[] {
  const page = new PageContent(reading);
  const handlers = new Map(
    Object.entries(HANDLERS).map(([name, handler]) => [reading.ops[name], handler]),
  );
  fnArray.forEach((fn, index) => {
    handlers.get(fn)?.(page, argsArray[index] ?? []);
  });
  page.flush();
  return page.runs;
}

interface Mark {
  mcid: number | null;
  tag: string;
  /** Decoration, or a layer that is not shown. */
  isOut: boolean;
}

/** A page's content while it is read: where the next text would stand, and what has been shown. */
class PageContent {
  readonly runs: Run[] = [];
  state = firstState();
  private readonly saved: TextState[] = [];
  private readonly marks: Mark[] = [];
  private line: Matrix = IDENTITY;
  private text: Matrix = IDENTITY;
  private glyphs: string[] = [];

  constructor(readonly reading: Reading) {}

  save(matrix?: unknown): void {
    this.saved.push({ ...this.state });
    this.transform(matrix);
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  transform(matrix: unknown): void {
    if (isMatrix(matrix)) this.state.ctm = joined(this.state.ctm, matrix);
  }

  place(matrix: Matrix): void {
    this.line = matrix;
    this.text = matrix;
  }

  move(x: number, y: number): void {
    this.place(joined(this.line, [1, 0, 0, 1, x, y]));
  }

  show(shown: readonly unknown[]): void {
    const { words, width } = measured(shown, this.state);
    const isOut = this.marks.some((mark) => mark.isOut);
    if (!isOut && isSeen(this.state, this.text, width, this.reading.view))
      for (const word of words) this.glyphs.push(word);
    this.text = joined(this.text, [1, 0, 0, 1, width, 0]);
  }

  mark(made: Mark): void {
    this.flush();
    this.marks.push(made);
  }

  unmark(): void {
    this.flush();
    this.marks.pop();
  }

  /** What was shown so far is one run. */
  flush(): void {
    if (this.glyphs.length === 0) return;
    if (this.glyphs.some((each) => RIGHT_TO_LEFT.test(each))) this.glyphs.reverse();
    const { mcid = null, tag = "" } = this.marks.findLast((mark) => mark.mcid !== null) ?? {};
    this.runs.push({ text: this.glyphs.join(""), mcid, tag });
    this.glyphs = [];
  }
}

type Handler = (page: PageContent, args: readonly unknown[]) => void;

/** What sets one number of the graphics state. */
const setting =
  (name: Exclude<keyof TextState, "ctm">, unit = 1): Handler =>
  ({ state }, [value]) => {
    state[name] = number(value) * unit;
  };

/** The operators that matter, by pdfjs's names (ISO 32000-1, annex A). */
const HANDLERS: Readonly<Record<string, Handler>> = {
  save: (page) => page.save(),
  restore: (page) => page.restore(),
  transform: (page, matrix) => page.transform(matrix),
  paintFormXObjectBegin: (page, [matrix]) => page.save(matrix),
  paintFormXObjectEnd: (page) => page.restore(),
  beginAnnotation: (page, [, , outer, inner]) => {
    page.save(outer);
    page.transform(inner);
  },
  endAnnotation: (page) => page.restore(),
  setGState: ({ state }, [entries]) => {
    for (const [key, value] of (entries ?? []) as [string, unknown][])
      if (key === "ca") state.alpha = number(value);
      else if (key === "Font") state.size = number((value as unknown[])[1]);
  },
  setFont: ({ state }, [, size]) => {
    state.size = number(size);
  },
  setTextRenderingMode: setting("mode"),
  setCharSpacing: setting("charSpacing"),
  setWordSpacing: setting("wordSpacing"),
  setHScale: setting("stretch", 1 / 100),
  setLeading: setting("leading"),
  beginText: (page) => page.place(IDENTITY),
  endText: (page) => page.flush(),
  setTextMatrix: (page, [matrix]) => {
    if (isMatrix(matrix)) page.place(matrix);
  },
  moveText: (page, [x, y]) => page.move(number(x), number(y)),
  setLeadingMoveText: (page, [x, y]) => {
    page.state.leading = -number(y);
    page.move(number(x), number(y));
  },
  nextLine: (page) => page.move(0, -page.state.leading),
  showText: (page, [shown]) => page.show(shown as readonly unknown[]),
  beginMarkedContent: (page, [tag]) =>
    page.mark({ mcid: null, tag: String(tag), isOut: tag === "Artifact" }),
  beginMarkedContentProps: (page, [tag, told]) => {
    const isHidden = tag === "OC" && !page.reading.isShown(told);
    const mcid = tag !== "OC" && typeof told === "number" ? told : null;
    page.mark({ mcid, tag: String(tag), isOut: tag === "Artifact" || isHidden });
  },
  endMarkedContent: (page) => page.unmark(),
};

const number = (value: unknown): number => (typeof value === "number" ? value : 0);

const isMatrix = (value: unknown): value is Matrix =>
  value !== null && typeof value === "object" && "length" in value && value.length === 6;

/** The characters of a string that is shown, and how far it goes (ISO 32000-1, 9.4.4). */
function measured(shown: readonly unknown[], state: TextState): { words: string[]; width: number } {
  const words: string[] = [];
  let width = 0;
  for (const each of shown) {
    if (typeof each === "number") width -= (each / 1000) * state.size;
    else if (each !== null && typeof each === "object") {
      const glyph = each as Glyph;
      words.push(glyph.unicode);
      width += (glyph.width / 1000) * state.size + state.charSpacing;
      if (glyph.isSpace) width += state.wordSpacing;
    }
  }
  return { words, width: width * state.stretch };
}
