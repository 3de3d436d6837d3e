import type { AnyDocument } from "../../document.js";
import { PROPERTY } from "../../docx-names.js";
import type { Origin } from "../../model/ladder.js";
import { element, escapeXml, XML } from "./xml.js";

/** The part docProps/core.xml. Dates are those of the post; where it has none, the document has none. */
export function coreProperties({ meta, blocks }: AnyDocument): string {
  const { title, author, date, subtitle, language } = meta;
  const day = date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : null;
  const time = (name: string) =>
    day === null ? "" : element(`dcterms:${name}`, { "xsi:type": "dcterms:W3CDTF" }, day);
  const told = (name: string, text: string | null) =>
    text === null || text === "" ? "" : element(name, {}, escapeXml(text));
  const parts = blocks.flatMap((block) => (block.type === "part" ? [block.title.text] : []));
  return `${XML}${element(
    "cp:coreProperties",
    {
      "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
      "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:dcterms": "http://purl.org/dc/terms/",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    },
    told("dc:title", title) +
      told("dc:subject", subtitle) +
      told("dc:creator", author) +
      told("cp:keywords", parts.map((part) => part.replace(/\s+/g, " ").trim()).join("; ")) +
      told("dc:language", language) +
      time("created") +
      time("modified"),
  )}`;
}

/** The part docProps/app.xml, which Word wants. */
export const appProperties = (): string =>
  XML +
  element("Properties", {
    xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
  });

/** Says of a property that a person named it (ECMA-376, 22.3.2.2). */
const NAMED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/** The part docProps/custom.xml: programs that drop parts of ours keep it, and people see it. */
export function customProperties({ sha256, file, slug }: Origin): string {
  const told = [
    [PROPERTY.sha256, sha256],
    [PROPERTY.file, file],
    [PROPERTY.slug, slug],
  ] as const;
  const properties = told.map(([name, text], index) =>
    // The first two numbers are kept for others.
    element(
      "property",
      { fmtid: NAMED, pid: index + 2, name },
      element("vt:lpwstr", {}, escapeXml(text)),
    ),
  );
  return (
    XML +
    element(
      "Properties",
      {
        xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
        "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
      },
      properties.join(""),
    )
  );
}
