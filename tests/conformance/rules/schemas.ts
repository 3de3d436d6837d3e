import type { XmlElement } from "../pdf/xml.js";
import type { Property } from "../pdf/xmp.js";
import { localOf } from "../pdf/xmp.js";
import { type Place, rules, unless } from "./rule.js";

const EXTENSION = "http://www.aiim.org/pdfa/ns/extension/";
const SCHEMA = "http://www.aiim.org/pdfa/ns/schema#";
const PROPERTY = "http://www.aiim.org/pdfa/ns/property#";

/** Which properties metadata may have, and how it describes others (ISO 19005-3, 6.6.2.3). */
export const schemaRules = rules({
  "A 6.6.2.3.1-1": {
    says: "Each property is predefined, or described by an extension schema",
    check: ({ xmp }) => {
      const described = new Set(describedBy(xmp?.properties ?? []));
      return (xmp?.properties ?? []).flatMap(({ space, local, name }) => {
        const isKnown = space === EXTENSION || Object.hasOwn(PREDEFINED[space] ?? {}, local);
        return unless(isKnown || described.has(space + local), `${name} is unknown`, "metadata");
      });
    },
  },
  "A 6.6.2.3.1-2": {
    says: "A predefined property is of its type",
    check: ({ xmp }) =>
      (xmp?.properties ?? []).flatMap(({ space, local, name, form }) => {
        const known = PREDEFINED[space];
        const wanted = known && Object.hasOwn(known, local) ? known[local] : form;
        return unless(wanted === form, `${name} is ${form}, expected ${wanted}`, "metadata");
      }),
  },
  "A 6.6.2.3.1-3": {
    says: "Values that are numbers, dates or truth values are written as such",
    check: ({ xmp }) =>
      (xmp?.properties ?? []).flatMap(({ name, local, values }) => {
        const isDate = /Date$/.test(local);
        const wrong = values.filter(({ text }) => isDate && !DATE.test(text));
        return unless(wrong.length === 0, `${name} is no date`, "metadata");
      }),
  },
  "A 6.6.2.3.2-1": {
    says: "The extension schemas are in a bag, under the prefix pdfaExtension",
    check: ({ xmp }) =>
      (xmp?.properties ?? [])
        .filter(({ space }) => space === EXTENSION)
        .flatMap(({ name, form }) =>
          unless(
            name === "pdfaExtension:schemas" && form === "Bag",
            `Unexpected ${name}`,
            "metadata",
          ),
        ),
  },
  "A 6.6.2.3.3-1": {
    says: "An extension schema has its fields, under their prefixes, and no others",
    check: ({ xmp }) => extensions(xmp?.properties ?? []).flatMap(judgeSchema),
  },
});

const DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;

/** The predefined properties that writers of PDF use (XMP Specification 2005; ISO 19005-3, 6.6.4). */
const PREDEFINED: Record<string, Record<string, Property["form"]>> = {
  "http://purl.org/dc/elements/1.1/": {
    contributor: "Bag",
    coverage: "Text",
    creator: "Seq",
    date: "Seq",
    description: "Alt",
    format: "Text",
    identifier: "Text",
    language: "Bag",
    publisher: "Bag",
    relation: "Bag",
    rights: "Alt",
    source: "Text",
    subject: "Bag",
    title: "Alt",
    type: "Bag",
  },
  "http://ns.adobe.com/xap/1.0/": {
    CreateDate: "Text",
    CreatorTool: "Text",
    Identifier: "Bag",
    Label: "Text",
    MetadataDate: "Text",
    ModifyDate: "Text",
    Nickname: "Text",
    Rating: "Text",
  },
  "http://ns.adobe.com/pdf/1.3/": {
    Keywords: "Text",
    PDFVersion: "Text",
    Producer: "Text",
  },
  "http://ns.adobe.com/xap/1.0/mm/": { DocumentID: "Text", InstanceID: "Text" },
  "http://www.aiim.org/pdfa/ns/id/": {
    part: "Text",
    conformance: "Text",
    amd: "Text",
    corr: "Text",
  },
};

/** The descriptions of schemas. */
function extensions(properties: readonly Property[]): XmlElement[] {
  return properties
    .filter(({ space }) => space === EXTENSION)
    .flatMap(({ element }) => element?.children ?? [])
    .flatMap((bag) => bag.children);
}

/** The properties they describe: namespace and name in one. */
function describedBy(properties: readonly Property[]): string[] {
  return extensions(properties).flatMap((schema) => {
    const space = fieldOf(schema, SCHEMA, "namespaceURI")?.text ?? "";
    return itemsOf(fieldOf(schema, SCHEMA, "property")).map(
      (each) => space + (fieldOf(each, PROPERTY, "name")?.text ?? ""),
    );
  });
}

function judgeSchema(schema: XmlElement): Place[] {
  const where = `extension schema ${fieldOf(schema, SCHEMA, "prefix")?.text}`;
  const properties = itemsOf(fieldOf(schema, SCHEMA, "property"));
  const categories = properties.map((each) => fieldOf(each, PROPERTY, "category")?.text ?? "");
  return [
    ...judgeFields(schema, "pdfaSchema", ["schema", "namespaceURI", "prefix", "property"], where),
    ...properties.flatMap((each) =>
      judgeFields(each, "pdfaProperty", ["name", "valueType", "category", "description"], where),
    ),
    ...categories.flatMap((each) =>
      unless(/^(?:external|internal)$/.test(each), `Unexpected category ${each}`, where),
    ),
  ];
}

function judgeFields(of: XmlElement, prefix: string, wanted: string[], where: string): Place[] {
  const names = fieldsOf(of).map(({ name }) => name);
  const missing = wanted.filter((field) => !names.includes(`${prefix}:${field}`));
  const surplus = names.filter((name) => !wanted.some((field) => name === `${prefix}:${field}`));
  return [
    ...missing.map((field) => ({ message: `No ${prefix}:${field}`, where })),
    ...surplus.map((name) => ({ message: `Unexpected ${name}`, where })),
  ];
}

/** The fields of a structure; some writers put a Description between. */
function fieldsOf(element: XmlElement): XmlElement[] {
  const [only] = element.children;
  return only && localOf(only.name) === "Description" ? only.children : element.children;
}

const fieldOf = (element: XmlElement, space: string, local: string): XmlElement | undefined =>
  fieldsOf(element).find((each) => each.space === space && localOf(each.name) === local);

const itemsOf = (field: XmlElement | undefined): XmlElement[] => field?.children[0]?.children ?? [];
