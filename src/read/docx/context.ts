import { anchorOf } from "../../docx-names.js";
import { safeAddress } from "../links.js";
import type { Numberings } from "./numbering.js";
import type { Styles } from "./styles.js";

/** What reading one document needs beside its main part. */
export class DocxReadContext {
  constructor(
    readonly styles: Styles,
    readonly numberings: Numberings,
    /** Targets of relationships, by id. */
    readonly relations: ReadonlyMap<string, string>,
    /** Texts of bookmarks, by name. */
    readonly names: ReadonlyMap<string, string>,
    /** The names of all bookmarks. */
    readonly bookmarks: ReadonlySet<string>,
    readonly rtl: boolean,
  ) {}

  /** The address of a link to a bookmark; undefined where that leads nowhere. */
  internal(bookmark: string): string | undefined {
    const anchor = this.bookmarks.has(bookmark) ? anchorOf(bookmark, this.names) : null;
    return anchor === null ? undefined : `#${anchor}`;
  }

  /** The address of a link to the outside; undefined where it is not safe to follow. */
  external(address: string): string | undefined {
    return address.startsWith("#") || safeAddress(address) === null ? undefined : address;
  }
}
