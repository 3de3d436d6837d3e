import { PRODUCER, type Properties } from "./properties.js";

/**
 * The metadata packet of a file (ISO 16684-1) that is PDF/A-3a and PDF/UA-1 at once. PDF/UA's own
 * schema is not among those that PDF/A knows, so the packet describes it (ISO 19005-3, 6.6.2.3).
 */
export const xmpOf = (
  properties: Properties & { archival: boolean },
): string => `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title>${alternatives(properties.title)}</dc:title>
${properties.author === null ? "" : `<dc:creator><rdf:Seq><rdf:li>${xml(properties.author)}</rdf:li></rdf:Seq></dc:creator>\n`}${properties.subject === null ? "" : `<dc:description>${alternatives(properties.subject)}</dc:description>\n`}<dc:language><rdf:Bag><rdf:li>${xml(properties.language)}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>${stamp(properties.date)}</xmp:CreateDate>
<xmp:ModifyDate>${stamp(properties.date)}</xmp:ModifyDate>
<xmp:MetadataDate>${stamp(properties.date)}</xmp:MetadataDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${PRODUCER}</pdf:Producer>
</rdf:Description>
${properties.archival ? ARCHIVAL : ""}<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
${EXTENSION}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;

/** The claim to be PDF/A-3a. */
const ARCHIVAL = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
`;

/** What pdfuaid:part is, told in the terms of PDF/A. */
const EXTENSION = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

const alternatives = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`;

/** To the second, as the information dictionary has it. */
const stamp = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

const xml = (text: string): string => text.replace(/[&<>"\r]/g, (each) => ENTITIES[each] ?? each);
