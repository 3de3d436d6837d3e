import { type Cheerio, type CheerioAPI, load } from "cheerio";
import type { Element } from "domhandler";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { addComment, type CommentOptions } from "./edit-docx-comment.js";

/** Where an edit is made: the first paragraph of this text, the one that holds this bookmark, or itself. */
export type At = string | { bookmark: string } | Node;

/** Who made a tracked change, and when. */
export interface Who {
  author: string;
  date: string;
}

type Node = Cheerio<Element>;

const MAIN = "word/document.xml";
const RELATIONSHIPS = "word/_rels/document.xml.rels";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Opens a DOCX for edits such as Word and LibreOffice make them in its XML. */
export const openDocx = (bytes: Uint8Array): DocxFile => new DocxFile(bytes);

/**
 * A DOCX under edit. Knows nothing of how rungbook reads or writes one. With `tracking` set, edits
 * are tracked changes of that author.
 */
export class DocxFile {
  readonly $: CheerioAPI;
  readonly parts: Record<string, Uint8Array>;
  tracking: Who | null = null;
  #ids = 90_000;

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
    this.$ = load(this.part(MAIN), { xml: true });
  }

  /** The file as it is now. */
  save(): Uint8Array {
    // Copies of tracked changes need ids of their own.
    const changes = this.$("[w\\:author]").filter((_, each) => !each.name.includes("Range"));
    for (const each of changes.toArray()) this.$(each).attr("w:id", String(this.#ids++));
    return zipSync({ ...this.parts, [MAIN]: strToU8(this.$.xml()) });
  }

  /** The text of a part; "" where it is missing. */
  part(path: string): string {
    return strFromU8(this.parts[path] ?? new Uint8Array());
  }

  /** Changes the text of a part, or puts one in. */
  edit(path: string, change: (xml: string) => string): this {
    this.parts[path] = strToU8(change(this.part(path)));
    return this;
  }

  /** The texts of all paragraphs that show something, in order. */
  texts(): string[] {
    return this.$("w\\:p")
      .toArray()
      .map((each) => this.textOf(this.$(each)))
      .filter((text) => text !== "");
  }

  /** The paragraph at a place. */
  paragraph(at: At): Node {
    if (typeof at !== "string" && !("bookmark" in at)) return at;
    const found = this.$("w\\:p").filter((_, each) =>
      typeof at === "string"
        ? this.textOf(this.$(each)) === at
        : this.#bookmarksIn(this.$(each)).includes(at.bookmark),
    );
    if (found.length === 0) throw new Error(`no paragraph at ${JSON.stringify(at)}`);
    return found.first();
  }

  /** The names of the bookmarks that begin in a paragraph. */
  bookmarks(at: At): string[] {
    return this.#bookmarksIn(this.paragraph(at));
  }

  /** The text of a paragraph, tracked deletions left out. */
  textOf(paragraph: Node): string {
    return this.#runs(paragraph)
      .map((run) => this.#runText(run))
      .join("");
  }

  /** Types `after` in place of `before`, in two runs as the spelling checker leaves them. */
  change(at: At, before: string, after: string): this {
    const paragraph = this.paragraph(at);
    const whole = this.textOf(paragraph) === before;
    const runs = this.#isolate(paragraph, before);
    const half = Math.ceil(after.length / 2);
    const typed = [after.slice(0, half), after.slice(half)]
      .filter((text) => text !== "")
      .map((text) => this.#runLike(runs[0], text))
      .join('<w:proofErr w:type="spellStart"/>');
    runs.at(-1)?.after(this.tracking ? this.#wrapped("w:ins", typed) : typed);
    this.#remove(runs);
    // Word takes the bookmark into the deletion where all of a line goes.
    if (this.tracking && whole) this.#bookmarksInto(paragraph, "w:del");
    return this;
  }

  /** Sets the cursor to the end of a paragraph, hits Enter and types. */
  addAfter(at: At, text: string): this {
    const paragraph = this.paragraph(at);
    const run = `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
    const typed = this.tracking ? this.#wrapped("w:ins", run) : run;
    paragraph.after(`<w:p>${this.#properties(paragraph)}${typed}</w:p>`);
    if (this.tracking) this.#markEnd(paragraph, "w:ins");
    return this;
  }

  /** Deletes a paragraph with its end. */
  delete(at: At): this {
    const paragraph = this.paragraph(at);
    if (!this.tracking) {
      const cell = paragraph.parent("w\\:tc");
      paragraph.remove();
      if (cell.length > 0 && cell.children("w\\:p").length === 0) cell.append("<w:p/>");
      return this;
    }
    this.#remove(this.#runs(paragraph));
    this.#bookmarksInto(paragraph, "w:del");
    this.#markEnd(paragraph, "w:del");
    return this;
  }

  /** Cuts a paragraph and pastes it after another one; its bookmark goes along. */
  move(at: At, after: At): this {
    const paragraph = this.paragraph(at);
    const target = this.paragraph(after);
    if (!this.tracking) {
      target.after(paragraph.remove());
      return this;
    }
    const name = `move${this.#ids}`;
    const copy = paragraph.clone();
    copy.find("w\\:bookmarkStart, w\\:bookmarkEnd").remove();
    target.after(copy);
    this.#moved(copy, "w:moveTo", name);
    this.#moved(paragraph, "w:moveFrom", name);
    return this;
  }

  /** Hits Enter before `rest`. Word leaves the bookmark on the first half, LibreOffice on both. */
  split(at: At, rest: string, form: "word" | "libreoffice" = "word"): this {
    const paragraph = this.paragraph(at);
    const start = this.textOf(paragraph).lastIndexOf(rest);
    const first = this.#isolate(paragraph, rest, start)[0];
    const top = first?.parentsUntil(paragraph).last();
    const from = top && top.length > 0 ? top : first;
    const second = this.$(`<w:p>${this.#properties(paragraph)}</w:p>`);
    if (form === "libreoffice") {
      second.append(paragraph.children("w\\:bookmarkStart").clone());
    }
    paragraph.after(second);
    if (from) second.append(from.nextAll().addBack());
    if (this.tracking) this.#markEnd(paragraph, "w:ins");
    return this;
  }

  /** Deletes the end of a paragraph: the next one goes on in it. */
  join(at: At): this {
    const paragraph = this.paragraph(at);
    const next = paragraph.next("w\\:p");
    if (next.length === 0) throw new Error("no paragraph follows");
    if (this.tracking) this.#markEnd(paragraph, "w:del");
    else {
      paragraph.append(next.children().not("w\\:pPr"));
      next.remove();
    }
    return this;
  }

  /** Makes words bold. */
  bold(at: At, words: string): this {
    return this.#mark(at, words, "w:b");
  }

  /** Makes words italic. */
  italic(at: At, words: string): this {
    return this.#mark(at, words, "w:i");
  }

  /** Takes all marks and links of a paragraph away. */
  plain(at: At): this {
    const paragraph = this.paragraph(at);
    for (const link of paragraph.find("w\\:hyperlink").toArray())
      this.$(link).replaceWith(this.$(link).contents());
    for (const run of this.#runs(paragraph)) run.children("w\\:rPr").remove();
    return this;
  }

  #mark(at: At, words: string, mark: "w:b" | "w:i"): this {
    for (const run of this.#isolate(this.paragraph(at), words)) {
      if (run.children("w\\:rPr").length === 0) run.prepend("<w:rPr/>");
      const properties = run.children("w\\:rPr");
      const before = this.$.xml(properties.contents());
      const style = properties.children("w\\:rStyle");
      if (style.length > 0) style.after(`<${mark}/>`);
      else properties.prepend(`<${mark}/>`);
      if (this.tracking) {
        properties.append(this.#wrapped("w:rPrChange", `<w:rPr>${before}</w:rPr>`));
      }
    }
    return this;
  }

  /** Makes words a link. */
  link(at: At, words: string, address: string): this {
    const id = this.relate("hyperlink", address, true);
    const runs = this.#isolate(this.paragraph(at), words);
    runs[0]?.before(`<w:hyperlink r:id="${id}"/>`);
    runs[0]?.prev().append(...runs.map((run) => run.remove()));
    return this;
  }

  /** Comments on words. */
  comment(at: At, words: string, text: string, options: CommentOptions = {}): this {
    const runs = this.#isolate(this.paragraph(at), words);
    const id = addComment(this, text, options);
    runs[0]?.before(`<w:commentRangeStart w:id="${id}"/>`);
    runs
      .at(-1)
      ?.after(`<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`);
    return this;
  }

  /** Puts XML into a paragraph, behind its text. */
  append(at: At, xml: string): this {
    this.paragraph(at).append(xml);
    return this;
  }

  /** Adds a relationship of the main part, and tells its id. */
  relate(type: string, target: string, external = false): string {
    const id = `rIdE${this.#ids++}`;
    const kind = type.includes(":") ? type : `${OFFICE}/${type}`;
    const mode = external ? ' TargetMode="External"' : "";
    const entry = `<Relationship Id="${id}" Type="${kind}" Target="${escapeXml(target)}"${mode}/>`;
    this.edit(RELATIONSHIPS, (xml) => xml.replace("</Relationships>", `${entry}</Relationships>`));
    return id;
  }

  /** Puts a part in, with its content type and a relationship of the main part to it. */
  addPart(name: string, xml: string, contentType: string, type: string): this {
    this.edit(`word/${name}`, () => xml);
    const entry = `<Override PartName="/word/${name}" ContentType="${contentType}"/>`;
    this.edit("[Content_Types].xml", (types) => types.replace("</Types>", `${entry}</Types>`));
    this.relate(type, name);
    return this;
  }

  #bookmarksIn(paragraph: Node): string[] {
    const starts = paragraph.find("w\\:bookmarkStart").toArray();
    return starts.map((each) => this.$(each).attr("w:name") ?? "");
  }

  #runs(paragraph: Node): Node[] {
    return paragraph
      .find("w\\:r")
      .toArray()
      .map((each) => this.$(each))
      .filter((run) => run.closest("w\\:del, w\\:moveFrom").length === 0)
      .filter((run) => run.closest("w\\:p").is(paragraph));
  }

  #runText(run: Node): string {
    return run
      .children()
      .toArray()
      .map((each) => {
        if (each.name === "w:t") return this.$(each).text();
        return each.name === "w:br" ? "\n" : each.name === "w:tab" ? "\t" : "";
      })
      .join("");
  }

  /** The runs that hold exactly these words; runs that hold more are split. */
  #isolate(paragraph: Node, words: string, from?: number): Node[] {
    const start = from ?? this.textOf(paragraph).indexOf(words);
    if (start < 0) throw new Error(`no "${words}" in "${this.textOf(paragraph)}"`);
    this.#cut(paragraph, start);
    this.#cut(paragraph, start + words.length);
    let position = 0;
    return this.#runs(paragraph).filter((run) => {
      const at = position;
      position += this.#runText(run).length;
      return at >= start && position <= start + words.length && position > at;
    });
  }

  /** Splits the run that a position lies in. */
  #cut(paragraph: Node, position: number): void {
    let at = 0;
    for (const run of this.#runs(paragraph)) {
      const text = this.#runText(run);
      if (position > at && position < at + text.length) {
        run.before(this.#runLike(run, text.slice(0, position - at)));
        run.replaceWith(this.#runLike(run, text.slice(position - at)));
        return;
      }
      at += text.length;
    }
  }

  #runLike(run: Node | undefined, text: string): string {
    const properties = run ? this.$.xml(run.children("w\\:rPr")) : "";
    return text
      .split(/([\n\t])/)
      .map((part) => {
        if (part === "\n") return "<w:br/>";
        if (part === "\t") return "<w:tab/>";
        return part === "" ? "" : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`;
      })
      .join("")
      .replace(/^.*$/s, (content) => `<w:r>${properties}${content}</w:r>`);
  }

  #remove(runs: readonly Node[]): void {
    for (const run of runs) {
      if (!this.tracking) run.remove();
      else run.replaceWith(this.#wrapped("w:del", deleted(this.$.xml(run))));
    }
  }

  #bookmarksInto(paragraph: Node, name: string): void {
    const into = paragraph.find(name.replace(":", "\\:")).not("w\\:pPr *").first();
    if (into.length > 0) into.prepend(paragraph.children("w\\:bookmarkStart"));
  }

  #properties(paragraph: Node): string {
    const properties = paragraph.children("w\\:pPr").clone();
    properties.children("w\\:rPr, w\\:pPrChange, w\\:sectPr").remove();
    return this.$.xml(properties);
  }

  #markEnd(paragraph: Node, name: string): void {
    if (paragraph.children("w\\:pPr").length === 0) paragraph.prepend("<w:pPr/>");
    const properties = paragraph.children("w\\:pPr");
    if (properties.children("w\\:rPr").length === 0) properties.append("<w:rPr/>");
    const mark = this.#wrapped(name, "");
    const inserted = properties.children("w\\:rPr").children("w\\:ins");
    if (inserted.length > 0) inserted.last().after(mark);
    else properties.children("w\\:rPr").prepend(mark);
  }

  #moved(paragraph: Node, name: "w:moveTo" | "w:moveFrom", range: string): void {
    const id = this.#ids++;
    const runs = this.#runs(paragraph);
    const who = this.#who();
    runs[0]?.before(`<${name}RangeStart w:id="${id}" w:name="${range}" ${who}/>`);
    for (const run of runs) run.replaceWith(this.#wrapped(name, this.$.xml(run)));
    paragraph.append(`<${name}RangeEnd w:id="${id}"/>`);
    this.#markEnd(paragraph, name);
  }

  #who(): string {
    const { author, date } = this.tracking ?? { author: "", date: "" };
    return `w:author="${escapeXml(author)}" w:date="${date}"`;
  }

  #wrapped(name: string, content: string): string {
    return `<${name} w:id="${this.#ids++}" ${this.#who()}>${content}</${name}>`;
  }
}

const deleted = (xml: string): string => xml.replace(/(<\/?w:)t(?=[ >/])/g, "$1delText");

/** Text as XML holds it. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
