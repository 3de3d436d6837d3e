import { anchorOf, type MarkKind, STYLE } from "../../docx-names.js";
import { safeAddress } from "../links.js";
import { Budget } from "./budget.js";
import type { LeftOut } from "./left-out.js";
import { MAX_REFERRED_CHARACTERS } from "./limits.js";
import type { Numberings } from "./numbering.js";
import type { ParagraphInfo } from "./paragraph.js";
import type { Styles } from "./styles.js";
import type { Xml } from "./xml.js";

/** What reading one document needs beside its main part. */
export class DocxReadContext {
  /** True where an edited document has lost our styles. */
  readonly stripped: boolean;
  /** For nodes made so far: the numbers of the bookmarks that stand on them. */
  readonly marks = new Map<object, Set<number>>();
  /** The nodes that were made of elements; null: a line that is no node, such as the title. */
  readonly nodes = new Map<Xml, object | null>();
  /** Nodes that were given up, and those that hold their text. */
  readonly successors = new Map<object, object>();
  readonly #referred = new Budget(MAX_REFERRED_CHARACTERS, "references to");

  constructor(
    readonly styles: Styles,
    readonly numberings: Numberings,
    /** Targets of relationships, by id. */
    readonly relations: ReadonlyMap<string, string>,
    /** Texts of bookmarks, by name. */
    private readonly names: ReadonlyMap<string, string>,
    /** Addresses of images, by the names of their drawings. */
    readonly images: ReadonlyMap<string, string>,
    /** The names of all bookmarks. */
    readonly bookmarks: ReadonlySet<string>,
    readonly rtl: boolean,
    /** Where an edited document leaves what a ladder can't hold; null: all words are kept. */
    readonly leftOut: LeftOut | null,
  ) {
    this.stripped = leftOut !== null && !styles.has(STYLE.level);
  }

  /** Notes that a node was made of a paragraph, and which bookmarks of its kind stand there. */
  made<T extends object>(node: T, { marks, source }: ParagraphInfo, kind?: MarkKind): T {
    this.nodes.set(source, node);
    const own = marks.filter((mark) => mark.kind === kind && !mark.copy);
    if (own.length === 0) return node;
    const numbers = this.marks.get(node) ?? new Set();
    for (const { number } of own) numbers.add(number);
    this.marks.set(node, numbers);
    return node;
  }

  /** Notes that a node was put into another, which now holds its text. */
  became(node: object, now: object): void {
    this.successors.set(node, now);
  }

  /** The address of a link to a bookmark; undefined where that leads nowhere. */
  internal(bookmark: string): string | undefined {
    const anchor = this.bookmarks.has(bookmark) ? this.anchor(bookmark) : null;
    return anchor === null ? undefined : `#${anchor}`;
  }

  /** The address of a link to the outside; undefined where it is not safe to follow. */
  external(address: string): string | undefined {
    if (address.startsWith("#") || safeAddress(address) === null) return undefined;
    return this.#referred.spend(address);
  }

  /** The anchor that a bookmark stands for; null where it is none of a post's anchors. */
  anchor(bookmark: string): string | null {
    const anchor = anchorOf(bookmark, this.names);
    return anchor === null ? null : this.#referred.spend(anchor);
  }

  /** The text that a bookmark's name can't hold; undefined where none is told. */
  told(bookmark: string): string | undefined {
    const text = this.names.get(bookmark);
    return text === undefined ? undefined : this.#referred.spend(text);
  }
}
