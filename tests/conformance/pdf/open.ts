import { type Content, walkContent } from "./content.js";
import { type Font, readFont } from "./font.js";
import { loadObjects, type Objects } from "./load.js";
import { type Element, type Tree, treeOf } from "./tree.js";
import { Dict, latin, Ref, Stream } from "./values.js";
import { readXmp, type Xmp } from "./xmp.js";

/** A page, with its content walked. */
export interface Page {
  dict: Dict;
  key: string;
  /** From 1 on. */
  number: number;
  content: Content;
  annotations: { dict: Dict; key: string }[];
}

/** A file, read for those who judge it. */
export interface Pdf {
  bytes: Uint8Array;
  /** The bytes as Latin-1, a character for each. */
  source: string;
  objects: Objects;
  catalog: Dict;
  pages: Page[];
  tree: Tree | undefined;
  /** Each font that any page sets text in. */
  fonts: Font[];
  /** The catalog's metadata. */
  xmp: Xmp | undefined;
  /** The element that owns a piece of a page's content, by the parent tree. */
  ownerOf(page: Page, mcid: number): Element | undefined;
}

/** Opens a PDF. Throws where it is none. */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  const objects = await loadObjects(bytes);
  const catalog = objects.trailer.dict("Root");
  if (!catalog) throw new Error("The file has no catalog");
  const fonts = new Map<Dict, Font>();
  const fontOf = (dict: Dict): Font => {
    const font = fonts.get(dict) ?? readFont(dict);
    fonts.set(dict, font);
    return font;
  };
  const pages = pageDicts(catalog.dict("Pages"), catalog.ref("Pages")).map(
    ({ dict, key }, index): Page => {
      const walk = { resources: inherited(dict, "Resources"), fontOf };
      const content = walkContent(bytesOf(dict), walk);
      return { dict, key, number: index + 1, content, annotations: annotationsOf(dict) };
    },
  );
  const tree = treeOf(catalog, objects);
  const metadata = catalog.stream("Metadata");
  return {
    bytes,
    source: latin(bytes),
    objects,
    catalog,
    pages,
    tree,
    fonts: [...fonts.values()],
    xmp: metadata && readXmp(metadata.data()),
    ownerOf: (page, mcid) => {
      const parents = tree?.parentOf(page.dict.number("StructParents") ?? -1);
      const list = parents instanceof Ref ? objects.resolve(parents) : parents;
      const owner = Array.isArray(list) ? list[mcid] : null;
      return owner instanceof Ref ? tree?.byKey.get(String(owner)) : undefined;
    },
  };
}

function pageDicts(node: Dict | undefined, ref: Ref | undefined): { dict: Dict; key: string }[] {
  if (!node) return [];
  if (node.name("Type") === "Page") return [{ dict: node, key: String(ref) }];
  const refs = node.rawList("Kids");
  return node.list("Kids").flatMap((kid, index) => {
    const at = refs[index];
    return kid instanceof Dict ? pageDicts(kid, at instanceof Ref ? at : undefined) : [];
  });
}

/** An entry of a page, or of the nodes above it (ISO 32000-1, 7.7.3.4). */
export function inherited(page: Dict, key: string): Dict | undefined {
  for (let node: Dict | undefined = page; node; node = node.dict("Parent"))
    if (node.has(key)) return node.dict(key);
  return undefined;
}

function bytesOf(page: Dict): Uint8Array {
  const parts = page
    .list("Contents")
    .flatMap((part) =>
      part instanceof Stream ? [Buffer.from(part.data()), Buffer.from("\n")] : [],
    );
  return Buffer.concat(parts);
}

function annotationsOf(page: Dict): { dict: Dict; key: string }[] {
  const refs = page.rawList("Annots");
  return page.list("Annots").flatMap((each, index) => {
    const ref = refs[index];
    return each instanceof Dict ? [{ dict: each, key: ref instanceof Ref ? String(ref) : "" }] : [];
  });
}
