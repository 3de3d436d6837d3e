import { load } from "cheerio";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Styles that Google Docs knows; of all others it makes formatting of the text itself. */
const KNOWN = /^(?:Normal|Title|Subtitle|Heading[1-6])$/;

/** What it keeps of the other parts. */
const KEPT =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|numbering|styles|settings|fontTable|header\d|footer\d)\.xml|word\/_rels\/|word\/theme\/|word\/media\/)/;

/**
 * A DOCX in the shape in which Google Docs gives one back that was opened and edited there: no parts
 * and styles but its own, bookmarks under names of its own, the formatting on each run, lists that no
 * style tells of.
 */
export function asGoogleDocs(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => KEPT.test(path));
  return zipSync(
    Object.fromEntries(
      parts.map(([path, part]) => {
        if (path === "word/document.xml") return [path, strToU8(inItsWords(strFromU8(part)))];
        if (path === "word/styles.xml") return [path, strToU8(itsStyles(strFromU8(part)))];
        if (/\.rels$|Content_Types/.test(path))
          return [
            path,
            strToU8(strFromU8(part).replace(/<\w+ [^>]*(?:customXml|docProps)[^>]*>/g, "")),
          ];
        return [path, part];
      }),
    ),
  );
}

function inItsWords(xml: string): string {
  const $ = load(xml, { xml: true });
  $("w\\:pStyle").each((_, each) => {
    if (!KNOWN.test($(each).attr("w:val") ?? "")) $(each).remove();
  });
  $("w\\:rStyle, w\\:cnfStyle, w\\:tblCaption, w\\:tblDescription").remove();
  $("w\\:tblHeader").attr("w:val", "1");
  $("w\\:tblStyle").each((index, each) => {
    $(each).attr("w:val", `Table${index + 1}`);
  });
  // Only headings keep a bookmark, which is a place and holds nothing.
  const names = new Map<string, string>();
  $("w\\:bookmarkEnd").remove();
  $("w\\:bookmarkStart").each((index, each) => {
    const style = $(each).closest("w\\:p").find("w\\:pStyle").attr("w:val") ?? "";
    const name = `_heading=h.${index.toString(36)}`;
    names.set($(each).attr("w:name") ?? "", name);
    if (/^Heading/.test(style)) {
      $(each).attr({ "w:name": name, "w:colFirst": "0", "w:colLast": "0" });
      $(each).after(`<w:bookmarkEnd w:id="${$(each).attr("w:id")}"/>`);
    } else $(each).remove();
  });
  $("w\\:hyperlink[w\\:anchor]").each((_, each) => {
    $(each).attr("w:anchor", names.get($(each).attr("w:anchor") ?? "") ?? "_heading=h.0");
  });
  $("w\\:r").each((_, each) => {
    if ($(each).children("w\\:rPr").length === 0) $(each).prepend("<w:rPr/>");
    $(each).children("w\\:rPr").append('<w:rtl w:val="0"/>');
    $(each).attr({ "w:rsidDel": "00000000", "w:rsidR": "00000000", "w:rsidRPr": "00000000" });
  });
  $("w\\:p").each((index, each) => {
    $(each).attr({ "w:rsidR": "00000000", "w:rsidRDefault": "00000000" });
    $(each).attr("w14:paraId", index.toString(16).padStart(8, "0"));
  });
  return $.xml().replace(
    "<w:document ",
    '<w:document xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ',
  );
}

function itsStyles(xml: string): string {
  const $ = load(xml, { xml: true });
  $("w\\:style").each((_, each) => {
    if (!KNOWN.test($(each).attr("w:styleId") ?? "")) $(each).remove();
  });
  // It writes the names of its styles in small letters.
  $("w\\:name").each((_, each) => {
    $(each).attr("w:val", ($(each).attr("w:val") ?? "").toLowerCase());
  });
  return $.xml();
}
