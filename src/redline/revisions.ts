import { element } from "../write/docx/xml.js";

/** Who proposes the changes, and when: ISO 8601, null where that is not known. */
export interface Reviser {
  author: string;
  date: string | null;
}

/** What marks a paragraph, a row or words as being only on one side (ECMA-376, 17.13.5). */
export type Mark = "w:ins" | "w:del" | "w:moveFrom" | "w:moveTo";

/** Makes the elements of tracked changes; no two of them, and no two bookmarks, have one id. */
export class Revisions {
  #count = 0;

  constructor(private readonly reviser: Reviser) {}

  /** A new id. */
  id(): number {
    return this.#count++;
  }

  /** A tracked change around content, or among properties. */
  around(name: Mark | "w:rPrChange" | "w:pPrChange", content = ""): string {
    return element(name, this.#who(), content);
  }

  /** The ends of a range that was moved; both places are known by its name. */
  range(mark: "w:moveFrom" | "w:moveTo", name: string): { start: string; end: string } {
    const who = this.#who();
    return {
      start: element(`${mark}RangeStart`, { ...who, "w:name": name }),
      end: element(`${mark}RangeEnd`, { "w:id": who["w:id"] }),
    };
  }

  /** Bookmarks around content. */
  bookmarked(names: readonly string[], content: string): string {
    let open = "";
    let close = "";
    for (const name of names) {
      const id = this.id();
      open += element("w:bookmarkStart", { "w:id": id, "w:name": name });
      close += element("w:bookmarkEnd", { "w:id": id });
    }
    return open + content + close;
  }

  #who() {
    const { author, date } = this.reviser;
    return { "w:id": this.id(), "w:author": author, "w:date": date ?? undefined };
  }
}
