import type { Meta } from "../../document.js";
import { STYLE, styleKey } from "../../docx-names.js";
import type { DocxReadContext } from "./context.js";
import type { ParagraphInfo } from "./paragraph.js";
import { exactText, textIn } from "./rich.js";
import { bylineIn } from "./stripped.js";

const TITLE = styleKey(STYLE.title);
const SUBTITLE = styleKey(STYLE.subtitle);
const BYLINE = styleKey(STYLE.byline);

/** What the pages say of the document itself. */
export type Shown = Pick<Meta, "title" | "subtitle" | "author" | "date">;

/** Reads the lines that stand before the first block: title, subtitle and byline, each once. */
export class Front {
  readonly shown: Shown = { title: "", subtitle: null, author: null, date: null };
  readonly #taken = new Set<string>();

  constructor(private readonly context: DocxReadContext) {}

  /** Takes a line that says something of the document; false for another. */
  take(info: ParagraphInfo): boolean {
    const lost = this.context.stripped && bylineIn(exactText(info.pieces)) !== null;
    const style = lost ? BYLINE : info.style;
    if (this.#taken.has(style) || ![TITLE, SUBTITLE, BYLINE].includes(style)) return false;
    this.#taken.add(style);
    if (style === TITLE) this.shown.title = exactText(info.pieces);
    else if (style === SUBTITLE) this.shown.subtitle = exactText(info.pieces);
    else this.#byline(info);
    this.context.nodes.set(info.source, null);
    return true;
  }

  #byline({ pieces, source }: ParagraphInfo): void {
    const text = exactText(pieces);
    const own = { author: textIn(pieces, STYLE.author), date: textIn(pieces, STYLE.date) };
    const told = (this.context.stripped && bylineIn(text)) || own;
    Object.assign(this.shown, told);
    const known = [told.author, told.date].filter((each) => each !== null).join(" · ");
    if (text !== known) this.context.leftOut?.note(source, "text", text, source);
  }
}
