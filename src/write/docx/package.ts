import { strToU8, type Zippable, zipSync } from "fflate";
import { element, XML } from "./xml.js";

/** Noon of the first day that a zip can tell; told in local time, hence the same everywhere. */
const zipTime = (): Date => new Date(1980, 0, 1, 12);

/** The main part, whose words are counted. */
export const MAIN = "word/document.xml";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** What files of these endings are, where a package does not say more. */
const DEFAULTS: Readonly<Record<string, string>> = {
  rels: "application/vnd.openxmlformats-package.relationships+xml",
  xml: "application/xml",
  png: "image/png",
  jpeg: "image/jpeg",
};

/** A relationship of a part (ECMA-376 part 2, 9.3). */
export interface Relationship {
  id: string;
  type: string;
  target: string;
  external?: boolean;
}

/** The parts of a DOCX, and what they say of each other. */
export class Package {
  readonly #files = new Map<string, Uint8Array>();
  readonly #types = new Map<string, string>();

  /** Adds a part; its type, where its ending does not tell. */
  add(path: string, content: string | Uint8Array, type?: string): this {
    this.#files.set(path, typeof content === "string" ? strToU8(content) : content);
    if (type !== undefined) this.#types.set(path, type);
    return this;
  }

  /** Says what a part refers to; "" is the package itself. */
  relate(path: string, relationships: string): this {
    const slash = path.lastIndexOf("/") + 1;
    const name = `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
    const attributes = { xmlns: `${PACKAGE}/relationships` };
    return this.add(name, XML + element("Relationships", attributes, relationships));
  }

  /** The zip: in order, without the time of day. */
  pack(): Uint8Array {
    this.add("[Content_Types].xml", this.#contentTypes());
    const files: Zippable = {};
    for (const path of [...this.#files.keys()].sort()) {
      const stored = path.startsWith("word/media/");
      files[path] = [this.#files.get(path) ?? new Uint8Array(), { level: stored ? 0 : 6 }];
    }
    return zipSync(files, { mtime: zipTime() });
  }

  #contentTypes(): string {
    const defaults = Object.entries(DEFAULTS).map(([Extension, ContentType]) =>
      element("Default", { Extension, ContentType }),
    );
    const overrides = [...this.#types].map(([path, ContentType]) =>
      element("Override", { PartName: `/${path}`, ContentType }),
    );
    const attributes = { xmlns: `${PACKAGE}/content-types` };
    return XML + element("Types", attributes, defaults.join("") + overrides.join(""));
  }
}

/** A relationship as an element. */
export const relationshipXml = ({ id, type, target, external }: Relationship): string =>
  element("Relationship", {
    Id: id,
    Type: type,
    Target: target,
    TargetMode: external ? "External" : undefined,
  });
