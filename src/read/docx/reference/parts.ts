import type { ReferencePart } from "../../../docx-reference.js";
import { safeAddress } from "../../links.js";
import { linesIn } from "../furniture.js";
import { toXml, type Xml } from "../xml.js";
import { MEDIA } from "./media.js";
import type { ReferencePackage, Relation } from "./package.js";
import { refuse } from "./refusal.js";
import { cleaned, referredIn } from "./safe.js";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const THEME = "application/vnd.openxmlformats-officedocument.theme+xml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Takes parts over, each with what it refers to, and under names of our own. */
export class PartCollector {
  readonly all = new Map<string, ReferencePart>();
  readonly #names = new Map<string, string>();

  constructor(private readonly file: ReferencePackage) {}

  /** Takes a header or a footer; gives its new path and its lines. */
  addFurniture(kind: "header" | "footer", path: string): { path: string; lines: string[] } {
    const type = `${WORD_PART}.${kind}+xml`;
    const name = this.#add(path, `word/${kind}`, type, ["image", "hyperlink"]);
    return { path: name, lines: linesIn(this.file.rootOf(path)) };
  }

  addTheme(path: string | undefined): string | null {
    const found = path !== undefined && this.file.rootOf(path);
    return found ? this.#add(path, "word/theme/theme", THEME, ["image"]) : null;
  }

  addFontTable(path: string | undefined): string | null {
    const found = path !== undefined && this.file.rootOf(path);
    return found ? this.#add(path, "word/fontTable", `${WORD_PART}.fontTable+xml`, ["font"]) : null;
  }

  #add(path: string, stem: string, contentType: string, kinds: readonly string[]): string {
    const known = this.#names.get(path);
    if (known !== undefined) return known;
    const root = this.file.rootOf(path);
    if (!root) throw refuse(`Unexpected DOCX without ${path}, expected all parts that it names`);
    const name = this.#nameOf(path, stem, "xml");
    cleaned(root, path);
    this.all.set(name, {
      content: HEAD + toXml(root),
      contentType,
      relationships: this.#relationships(root, path, kinds),
    });
    return name;
  }

  /** What a part's elements refer to: all of it must be something that may come along. */
  #relationships(
    root: Xml,
    path: string,
    kinds: readonly string[],
  ): ReferencePart["relationships"] {
    const relations = this.file.relationsOf(path);
    return [...referredIn(root)].sort().map((id) => {
      const relation = relations.find((each) => each.id === id);
      if (!relation) throw refuse(`Unexpected reference "${id}" in ${path}, expected one it names`);
      if (!kinds.includes(relation.type)) throw refuse(unexpected(relation, path));
      return { ...this.#target(relation, path), id, type: `${OFFICE}/${relation.type}` };
    });
  }

  #target(relation: Relation, path: string): { target: string; external: boolean } {
    const { type, target, external } = relation;
    if (type === "hyperlink") {
      if (!external || safeAddress(target) === null) throw refuse(unexpected(relation, path));
      return { target, external };
    }
    const ending = /\.(\w+)$/.exec(target)?.[1]?.toLowerCase() ?? "";
    const contentType = MEDIA[ending];
    const content = external ? undefined : this.file.bytesOf(target);
    if (!content || contentType === undefined) throw refuse(unexpected(relation, path));
    const folder = type === "font" ? "word/fonts/font" : "word/media/reference";
    const name = this.#nameOf(target, folder, ending);
    this.all.set(name, { content, contentType, relationships: [] });
    return { target: `/${name}`, external };
  }

  /** The same name for the same part; the first of its kind is 1. */
  #nameOf(path: string, stem: string, ending: string): string {
    const known = this.#names.get(path);
    const count = [...this.#names.values()].filter((each) => each.startsWith(stem)).length;
    const name = known ?? `${stem}${stem === "word/fontTable" ? "" : count + 1}.${ending}`;
    this.#names.set(path, name);
    return name;
  }
}

const unexpected = ({ type, target, external }: Relation, path: string): string =>
  external
    ? `Unexpected ${type} outside of the file in ${path} ("${target.slice(0, 80)}"), expected all that it shows inside`
    : `Unexpected ${type} in ${path} ("${target.slice(0, 80)}"), expected text, images and links to web pages`;
