import type { Meta } from "../../document.js";
import { BookmarkNames, type MarkKind, markName } from "../../docx-names.js";
import type { Reference } from "../../docx-reference.js";
import type { Resources } from "../../resources.js";
import { Contents } from "./contents.js";
import { Images } from "./images.js";
import { Links } from "./links.js";
import { Numbering } from "./numbering.js";
import { OWN_PAGE, type Page } from "./section.js";
import type { SmallType } from "./small-type.js";
import { styleNames } from "./styles/index.js";
import { type Side, StyleVariants } from "./styles/variants.js";
import type { Tags } from "./tags.js";
import { element } from "./xml.js";

/** What the blocks of one document share while they are written. */
export class DocxContext {
  readonly names = new BookmarkNames();
  readonly numbering: Numbering;
  readonly links = new Links();
  readonly contents = new Contents();
  readonly images: Images;
  readonly variants: StyleVariants;
  readonly rtl: boolean;
  /** True where a packet is written. */
  readonly packet: boolean;
  /** BCP 47. */
  readonly language: string;
  /** The file after which the document is made; null: none. */
  readonly reference: Reference | null;
  readonly page: Page;
  readonly #notes = new Map<string, string>();
  readonly #counts = new Map<MarkKind, number>();
  #bookmarks = 0;

  /** `tags` are given where two documents are written to be compared. */
  constructor(
    meta: Meta,
    resources: Resources,
    readonly tags: Tags | null = null,
  ) {
    this.images = new Images(resources, this.links);
    this.rtl = meta.direction === "rtl";
    this.language = meta.language;
    this.packet = meta.packet !== undefined;
    this.reference = resources.reference ?? null;
    this.page = this.reference?.page ?? OWN_PAGE;
    this.numbering = new Numbering(this.reference ?? undefined);
    this.variants = new StyleVariants(styleNames(), this.rtl);
  }

  /** A new name for a bookmark of ours. */
  mark(kind: MarkKind, ...data: (number | string)[]): string {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return markName(kind, count, ...data);
  }

  /** The bookmark of a note, the same for its text and for all references to it. */
  noteMark(id: string): string {
    const name = this.#notes.get(id) ?? this.mark("note");
    this.#notes.set(id, name);
    return name;
  }

  /** The content of a paragraph within bookmarks. */
  bookmarked(names: readonly string[], content: string): string {
    let open = "";
    let close = "";
    for (const name of names) {
      const id = this.#bookmarks++;
      open += element("w:bookmarkStart", { "w:id": id, "w:name": name });
      close += element("w:bookmarkEnd", { "w:id": id });
    }
    return open + content + close;
  }

  /** The bookmarks of a node's anchors. */
  anchorNames(anchors: readonly string[] | undefined): string[] {
    return (anchors ?? []).map((anchor) => this.names.nameOf(anchor));
  }
}

/** Where blocks stand. */
export interface Flow {
  /** Twentieths of a point. */
  width: number;
  /** How many list items hold the block, up to the nearest cell. */
  depth: number;
  /** The hue of the part; null outside of parts. */
  hue: number | null;
  /** True in a cell. */
  inner?: true;
  /** The side of the page to which a cell's paragraphs are set. */
  align?: Side | undefined;
  /** The type of a table's narrow columns. */
  small?: SmallType | undefined;
  /** The style of plain paragraphs, where it is not Normal. */
  style?: string | undefined;
  /** The style of links, where it is not Hyperlink. */
  link?: string | undefined;
}
