import { readXml, type XmlElement } from "./xml.js";

/** A property of an XMP packet (ISO 16684-1). */
export interface Property {
  /** Its name as it is written, with its prefix. */
  name: string;
  space: string;
  local: string;
  /** Its text; of an array or of alternatives, that of each item. */
  values: { text: string; language: string | undefined }[];
  /** How it is written: as plain text, in a structure, or in one of RDF's containers. */
  form: "Text" | "Struct" | "Bag" | "Seq" | "Alt";
  element: XmlElement | null;
}

/** A metadata stream, read. */
export interface Xmp {
  source: string;
  /** The attributes of its `<?xpacket begin…?>`. */
  header: string;
  properties: Property[];
  /** Why it could not be read. */
  problem: string | undefined;
}

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/** Reads a metadata stream; what is wrong with it is told in `problem`. */
export function readXmp(bytes: Uint8Array): Xmp {
  const { source, problem } = decoded(bytes);
  const header = /<\?xpacket\s+begin=([^?]*)\?>/.exec(source)?.[1] ?? "";
  if (problem) return { source, header, properties: [], problem };
  try {
    return { source, header, properties: propertiesOf(readXml(source)), problem: undefined };
  } catch (error) {
    return { source, header, properties: [], problem: String(error) };
  }
}

function decoded(bytes: Uint8Array): { source: string; problem: string | undefined } {
  try {
    const source = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { source, problem: undefined };
  } catch {
    return { source: "", problem: "The packet is not UTF-8" };
  }
}

function propertiesOf(root: XmlElement): Property[] {
  const rdf = find(root, "RDF");
  if (!rdf) throw new Error("The packet has no rdf:RDF");
  return rdf.children.flatMap((description) => {
    if (description.space !== RDF || localOf(description.name) !== "Description")
      throw new Error(`Unexpected ${description.name}, expected rdf:Description`);
    const short = description.attributes
      .filter(({ space }) => space !== RDF && space !== "")
      .map(({ name, space, value }): Property => {
        const values = [{ text: value, language: undefined }];
        return { name, space, local: localOf(name), values, form: "Text", element: null };
      });
    return [...short, ...description.children.map(propertyOf)];
  });
}

function propertyOf(element: XmlElement): Property {
  const { name, space } = element;
  const [only] = element.children;
  const container = only?.space === RDF ? localOf(only.name) : "";
  const form = /^(?:Bag|Seq|Alt)$/.test(container) ? (container as Property["form"]) : null;
  const values = (form && only ? only.children : [element]).map((each) => ({
    text: each.text.trim(),
    language: each.attributes.find(({ name: key }) => key === "xml:lang")?.value,
  }));
  const isStruct = !form && element.children.length > 0;
  return {
    name,
    space,
    local: localOf(name),
    values,
    form: form ?? (isStruct ? "Struct" : "Text"),
    element,
  };
}

function find(element: XmlElement, local: string): XmlElement | undefined {
  if (element.space === RDF && localOf(element.name) === local) return element;
  for (const child of element.children) {
    const found = find(child, local);
    if (found) return found;
  }
  return undefined;
}

/** A name without its prefix. */
export const localOf = (name: string): string => name.slice(name.indexOf(":") + 1);
