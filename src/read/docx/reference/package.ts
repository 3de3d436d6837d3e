import { posix } from "node:path";
import { Parts } from "../parts.js";
import { attributeOf, elementsOf, type Xml } from "../xml.js";

/** What is looked at: nothing of what such a file says but its looks, and what kind of file it is. */
const WANTED =
  /^(?:word\/[^/\p{Cc}]{1,100}\.xml|word\/_rels\/[^/\p{Cc}]{1,100}\.rels|word\/theme\/(?:_rels\/)?[^/\p{Cc}]{1,100}\.(?:xml|rels)|word\/media\/[^/\p{Cc}]{1,100}|word\/fonts\/[^/\p{Cc}]{1,100}|_rels\/\.rels|\[Content_Types\]\.xml|mimetype)$/u;

/** A relationship of a part (ECMA-376 part 2, 9.3); its type without what all types begin with. */
export interface Relation {
  id: string;
  type: string;
  /** The path of a part, or the address of something outside. */
  target: string;
  external: boolean;
}

/** The parts of a reference file. */
export class ReferencePackage {
  readonly #parts: Parts;

  /** Opens it as any DOCX is opened; what is wrong is thrown as a refusal. */
  constructor(bytes: Uint8Array) {
    // Its macros are left where they are.
    this.#parts = new Parts(bytes, WANTED, true);
  }

  bytesOf(path: string): Uint8Array | undefined {
    return this.#parts.bytes(path);
  }

  /** The root of a part; undefined where there is none. */
  rootOf(path: string): Xml | undefined {
    return this.#parts.xml(path);
  }

  /** What a part refers to. */
  relationsOf(path: string): Relation[] {
    const folder = posix.dirname(path);
    const root = this.rootOf(`${folder}/_rels/${posix.basename(path)}.rels`);
    return elementsOf(root).map((node) => {
      const target = attributeOf(node, "Target") ?? "";
      const external = attributeOf(node, "TargetMode") === "External";
      return {
        id: attributeOf(node, "Id") ?? "",
        type: (attributeOf(node, "Type") ?? "").replace(/^.*\//, ""),
        target: external ? target : posix.resolve("/", folder, target).slice(1),
        external,
      };
    });
  }
}
