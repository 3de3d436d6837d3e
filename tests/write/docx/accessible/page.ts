import { type CheerioAPI, load } from "cheerio";
import type { Element } from "domhandler";

/** A DOCX as its rules look at it. */
export class Page {
  readonly main: CheerioAPI;
  readonly styles: CheerioAPI;
  readonly #styles = new Map<string, Element>();

  constructor(readonly parts: Readonly<Record<string, string>>) {
    this.main = load(parts["word/document.xml"] ?? "", { xml: true });
    this.styles = load(parts["word/styles.xml"] ?? "", { xml: true });
    for (const node of this.styles("w\\:style").toArray()) {
      this.#styles.set(node.attribs["w:styleId"] ?? "", node);
    }
  }

  /** True where the page reads from the right. */
  get rtl(): boolean {
    return this.main("w\\:body > w\\:sectPr > w\\:bidi").length > 0;
  }

  all(selector: string): Element[] {
    return this.main(selector.replaceAll(":", "\\:")).toArray() as Element[];
  }

  /** The elements below one. */
  below(node: Element, selector: string): Element[] {
    return this.main(node).find(selector.replaceAll(":", "\\:")).toArray() as Element[];
  }

  attribute(node: Element, selector: string, name = "w:val"): string | undefined {
    return this.below(node, selector)[0]?.attribs[name];
  }

  /** The words in a node. */
  text(node: Element): string {
    return this.below(node, "w:t")
      .map((each) => this.main(each).text())
      .join("");
  }

  styleOf(paragraph: Element): string {
    return this.attribute(paragraph, "> w:pPr > w:pStyle") ?? "Normal";
  }

  /** What a style, or the nearest one that it is based on, says by a path of elements. */
  styled(id: string | undefined, selector: string, name = "w:val"): string | undefined {
    for (let node = this.#styles.get(id ?? ""); node; node = this.#parentOf(node)) {
      const found = this.styles(node).children(
        selector.split(" ")[0]?.replaceAll(":", "\\:") ?? "",
      );
      const value = found.find(selector.split(" ")[1]?.replaceAll(":", "\\:") ?? "").attr(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** A style's outline level; undefined: it is no heading. */
  outline(id: string): number | undefined {
    const level = this.styled(id, "w:pPr w:outlineLvl");
    return level === undefined ? undefined : Number(level);
  }

  #parentOf(node: Element): Element | undefined {
    const parent = this.styles(node).children("w\\:basedOn").attr("w:val");
    return parent === undefined ? undefined : this.#styles.get(parent);
  }
}
