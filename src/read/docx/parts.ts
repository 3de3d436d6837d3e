import { refuseOther, refusePrograms, refuseZip } from "./kinds.js";
import { MAX_DOCX_BYTES } from "./limits.js";
import { XmlParser } from "./parse-xml.js";
import { beyond } from "./refusal.js";
import { decodeXml } from "./text.js";
import type { Xml } from "./xml.js";
import { checkEntries } from "./zip/check.js";
import { directoryOf } from "./zip/directory.js";
import type { ZipEntry } from "./zip/entry.js";
import { unpackEntry } from "./zip/unpack.js";

/**
 * The parts that tell what a document says, and what kind it is; all others, such as images, are left
 * packed. Their names come into messages: none is long, or holds what a terminal obeys.
 */
const READ =
  /^(?:(?:word|word\/charts|word\/diagrams|customXml)\/[^/\p{Cc}]{1,100}\.xml|docProps\/custom\.xml|(?:word\/)?_rels\/[^/\p{Cc}]{0,100}\.rels|\[Content_Types\]\.xml|mimetype)$/u;

/** The parts of a DOCX, each unpacked when it is asked for. */
export class Parts {
  readonly #bytes: Uint8Array;
  readonly #entries: Map<string, ZipEntry>;
  readonly #parser = new XmlParser();
  readonly #roots = new Map<string, Xml>();

  /**
   * `read` tells which parts may be read, `programs` whether there may be macros among the others.
   * Throws a Refusal where the bytes are no DOCX, or one that is not to be unpacked.
   */
  constructor(
    bytes: Uint8Array,
    private readonly read = READ,
    programs = false,
  ) {
    if (bytes.byteLength > MAX_DOCX_BYTES) {
      throw beyond(`${bytes.byteLength} bytes, expected at most ${MAX_DOCX_BYTES}`);
    }
    refuseOther(bytes);
    const { entries, start } = directoryOf(bytes);
    this.#bytes = bytes;
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]));
    checkEntries(bytes, entries, { start, isRead: (name) => read.test(name) });
    const names = new Set(this.#entries.keys());
    const textOf = (path: string): string => this.text(path) ?? "";
    refuseZip(names, textOf);
    if (!programs) refusePrograms(names, textOf);
  }

  /** The paths of the parts that may be the one of ours. */
  get customParts(): string[] {
    return [...this.#entries.keys()].filter((path) => /^customXml\//.test(path) && this.has(path));
  }

  /** True where there is a part that may be read. */
  has(path: string): boolean {
    return this.read.test(path) && this.#entries.has(path);
  }

  /**
   * A part as text; undefined where there is none that may be read. Throws a Refusal where it is not
   * XML in UTF-8.
   */
  text(path: string): string | undefined {
    const bytes = this.bytes(path);
    return bytes && decodeXml(bytes, path);
  }

  /** The bytes of a part; undefined where there is none that may be read. */
  bytes(path: string): Uint8Array | undefined {
    const entry = this.has(path) ? this.#entries.get(path) : undefined;
    return entry && unpackEntry(this.#bytes, entry);
  }

  /**
   * A part's first element, the same at every call: many elements may refer to one part. Undefined
   * where there is none that may be read. Throws a Refusal as well.
   */
  xml(path: string): Xml | undefined {
    const known = this.#roots.get(path);
    if (known) return known;
    const text = this.text(path);
    return text === undefined ? undefined : this.parse(text, path);
  }

  /** The first element of a part's text: what all parts hold together is limited. */
  parse(text: string, path: string): Xml {
    const root = this.#parser.parse(text, path);
    this.#roots.set(path, root);
    return root;
  }
}
