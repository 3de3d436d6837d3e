import type { Pdf } from "../pdf/open.js";
import type { Property } from "../pdf/xmp.js";
import { rules, unless } from "./rule.js";

const PDFA = "http://www.aiim.org/pdfa/ns/id/";
const PDFUA = "http://www.aiim.org/pdfua/ns/id/";
const DC = "http://purl.org/dc/elements/1.1/";
const PDF = "http://ns.adobe.com/pdf/1.3/";
const XMP = "http://ns.adobe.com/xap/1.0/";

/** The metadata and what else the file says of itself (ISO 19005-3, 6.6; ISO 14289-1, 5 and 7.1). */
export const metadataRules = rules({
  "UA 7.1-8": {
    says: "The catalog has a metadata stream, told as one",
    also: "A 6.6.2.1-1",
    matterhorn: "06-001",
    check: ({ catalog }) => {
      const dict = catalog.stream("Metadata")?.dict;
      const holds = dict?.name("Type") === "Metadata" && dict.name("Subtype") === "XML";
      return unless(holds, "No /Metadata stream", "catalog");
    },
  },
  "A 6.6.2.1-2": {
    says: "The packet's header has neither bytes nor encoding",
    check: ({ xmp }) =>
      unless(!/\b(?:bytes|encoding)\s*=/.test(xmp?.header ?? ""), "Unexpected header", "metadata"),
  },
  "A 6.6.2.1-4": {
    says: "The metadata is well-formed XMP in UTF-8",
    check: ({ xmp }) => unless(xmp?.problem === undefined, xmp?.problem ?? "", "metadata"),
  },
  "UA 5-1": {
    says: "The metadata says that the file is PDF/UA-1",
    matterhorn: "06-002",
    check: (pdf) => valueIs(pdf, PDFUA, "part", "1"),
  },
  "UA 5-3": {
    says: "The prefix of PDF/UA's schema is pdfuaid",
    check: (pdf) => prefixIs(pdf, PDFUA, "pdfuaid"),
  },
  "A 6.6.4-2": {
    says: "The metadata says that the file is of part 3 of PDF/A",
    check: (pdf) => valueIs(pdf, PDFA, "part", "3"),
  },
  "A 6.6.4-3": {
    says: "The metadata says that the file is of level A",
    check: (pdf) => valueIs(pdf, PDFA, "conformance", "A"),
  },
  "A 6.6.4-4": {
    says: "The prefix of PDF/A's schema is pdfaid",
    check: (pdf) => prefixIs(pdf, PDFA, "pdfaid"),
  },
  "UA 7.1-9": {
    says: "The metadata has a title",
    matterhorn: "06-003",
    check: (pdf) => {
      const title = propertyOf(pdf, DC, "title")?.values[0]?.text ?? "";
      return unless(title !== "", "No dc:title", "metadata");
    },
  },
  "UA 7.1-10": {
    says: "Viewers are to show the title",
    matterhorn: "07-001",
    check: ({ catalog }) =>
      unless(
        catalog.dict("ViewerPreferences")?.get("DisplayDocTitle") === true,
        "No /DisplayDocTitle true",
        "catalog",
      ),
  },
  "own info and metadata agree": {
    says: "The Info dictionary and the metadata say the same (ISO 19005-1, 6.7.3)",
    check: (pdf) => {
      const info = pdf.objects.trailer.dict("Info");
      return AGREED.flatMap(([key, space, local]) => {
        const own = info?.text(key);
        const told = propertyOf(pdf, space, local)?.values.map(({ text }) => text) ?? [];
        const wanted = key.endsWith("Date") && own ? dateOf(own) : own;
        const holds = own === undefined || told.join(", ") === wanted;
        return unless(holds, `/${key} "${wanted}" and ${local} "${told}"`, "metadata");
      });
    },
  },
});

/** Which entry of Info is which property. */
const AGREED: [string, string, string][] = [
  ["Title", DC, "title"],
  ["Author", DC, "creator"],
  ["Subject", DC, "description"],
  ["Keywords", PDF, "Keywords"],
  ["Creator", XMP, "CreatorTool"],
  ["Producer", PDF, "Producer"],
  ["CreationDate", XMP, "CreateDate"],
  ["ModDate", XMP, "ModifyDate"],
];

/** A date of PDF in UTC (ISO 32000-1, 7.9.4) as XMP has it. */
function dateOf(date: string): string {
  const [, year, month, day, hour, minute, second] =
    /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|[+-]00'?00'?)?$/.exec(date) ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

const propertyOf = ({ xmp }: Pdf, space: string, local: string): Property | undefined =>
  xmp?.properties.find((each) => each.space === space && each.local === local);

function valueIs(pdf: Pdf, space: string, local: string, value: string) {
  const told = propertyOf(pdf, space, local)?.values[0]?.text;
  return unless(told === value, `${local} is ${told ?? "missing"}, expected ${value}`, "metadata");
}

const prefixIs = ({ xmp }: Pdf, space: string, prefix: string) =>
  (xmp?.properties ?? [])
    .filter((each) => each.space === space)
    .flatMap(({ name }) =>
      unless(name.startsWith(`${prefix}:`), `Unexpected prefix of ${name}`, "metadata"),
    );
