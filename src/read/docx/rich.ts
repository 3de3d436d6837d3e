import { STYLE, styleKey, TASK } from "../../docx-names.js";
import type { RichText, Span } from "../../model/ladder.js";
import { richText } from "../../model/rich.js";
import { safeAddress } from "../links.js";
import type { Link, Piece } from "./inline.js";

const TASK_KEY = styleKey(STYLE.task);
const ALT = styleKey(STYLE.imageAlt);
const ADDRESS = styleKey(STYLE.imageAddress);
const NOTE = styleKey(STYLE.noteReference);
const CODE = new Set([styleKey(STYLE.codeText), styleKey("HTML Code")]);

/** The text exactly as it stands: a break is "\n". */
export const exactText = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) =>
      piece.type === "text" ? piece.text : piece.type === "break" ? "\n" : piece.alt,
    )
    .join("");

/** The text of the pieces in one character style. */
export const textIn = (pieces: readonly Piece[], style: string): string | null => {
  const found = pieces.filter((piece) => piece.type === "text" && piece.style === styleKey(style));
  return found.length > 0 ? exactText(found) : null;
};

/** The state of a task, and the pieces of its text. */
export function taskOf(pieces: readonly Piece[]): { checked?: boolean; pieces: readonly Piece[] } {
  const at = pieces.findIndex((piece) => piece.type === "text" && piece.style === TASK_KEY);
  const box = pieces[at];
  if (at < 0 || box?.type !== "text") return { pieces };
  // Words typed right behind the box take its style.
  const text = box.text.replace(/^[☐☑☒]\s*/, "");
  const rest = pieces.slice(at + 1);
  return {
    checked: !box.text.startsWith(TASK.open),
    pieces: text === "" ? rest : [{ ...box, text, style: "" }, ...rest],
  };
}

/** Rich text of pieces, canonical. */
export function richOf(pieces: readonly Piece[]): RichText {
  const gatherer = new Gatherer();
  for (const piece of joined(pieces)) gatherer.add(piece);
  gatherer.flush();
  return richText(gatherer.spans);
}

/** Runs of one look as one: a program begins a new one wherever it likes, also within code. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    const goesOn = last?.type === "text" && piece.type === "text" && isLike(last, piece);
    if (goesOn) all[all.length - 1] = { ...last, text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}

type TextPiece = Extract<Piece, { type: "text" }>;

const isLike = (a: TextPiece, b: TextPiece): boolean =>
  a.style === b.style &&
  a.link === b.link &&
  a.marks.strong === b.marks.strong &&
  a.marks.emphasis === b.marks.emphasis &&
  a.marks.delete === b.marks.delete;

/** Puts together what several runs say: an image's text and address, a reference to a note. */
class Gatherer {
  readonly spans: Span[] = [];
  #image: { alt: string; src: string; link: Link | null } | null = null;
  #note: { id: string; link: Link | null } | null = null;

  add(piece: Piece): void {
    if (piece.type === "text" && (piece.style === ALT || piece.style === ADDRESS)) {
      this.#toImage(piece);
    } else if (piece.type === "text" && piece.style === NOTE) this.#toNote(piece);
    else {
      this.flush();
      this.spans.push(spanOf(piece));
    }
  }

  #toImage({ text, style, link }: TextPiece): void {
    const begins = style === ALT ? this.#image?.src !== "" : !this.#image;
    if (begins || this.#note || this.#image?.link !== link) this.flush();
    this.#image ??= { alt: "", src: "", link };
    this.#image[style === ALT ? "alt" : "src"] += text;
  }

  #toNote({ text, link }: TextPiece): void {
    if (this.#image || this.#note?.link !== link) this.flush();
    this.#note ??= { id: "", link };
    this.#note.id += text;
  }

  flush(): void {
    const image = this.#image;
    const note = this.#note;
    this.#image = null;
    this.#note = null;
    if (note) {
      const isId = /^[\w-]+$/.test(note.id);
      this.spans.push(isId ? { type: "note", id: note.id } : { type: "text", text: note.id });
    }
    if (!image) return;
    const { alt, src, link } = image;
    const href = link?.href === undefined ? {} : { href: link.href };
    this.spans.push(
      safeAddress(src) === null
        ? { type: "text", text: alt, ...href }
        : { type: "image", src, alt: alt.trim(), ...href },
    );
  }
}

function spanOf(piece: Piece): Span {
  if (piece.type === "break") return { type: "break" };
  const href = piece.link?.href === undefined ? {} : { href: piece.link.href };
  if (piece.type === "image") return { type: "image", src: piece.src, alt: piece.alt, ...href };
  const code = CODE.has(piece.style) ? { code: true as const } : {};
  return { type: "text", text: piece.text, ...piece.marks, ...code, ...href };
}
