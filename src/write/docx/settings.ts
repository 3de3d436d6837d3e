import { languageSlots } from "./language.js";
import { STAND_INS, WORD } from "./theme.js";
import { element, valued, XML } from "./xml.js";

/** What Word 2013 and later take for a document of their own. */
const COMPATIBILITY = element("w:compatSetting", {
  "w:name": "compatibilityMode",
  "w:uri": "http://schemas.microsoft.com/office/word",
  "w:val": 15,
});

/** Which theme colour text and links have (ECMA-376, 17.15.1.20). */
const COLOR_MAP = element("w:clrSchemeMapping", {
  "w:bg1": "light1",
  "w:t1": "dark1",
  "w:bg2": "light2",
  "w:t2": "dark2",
  "w:accent1": "accent1",
  "w:accent2": "accent2",
  "w:accent3": "accent3",
  "w:accent4": "accent4",
  "w:accent5": "accent5",
  "w:accent6": "accent6",
  "w:hyperlink": "hyperlink",
  "w:followedHyperlink": "followedHyperlink",
});

/** The part word/settings.xml; `before` and `colors` are a reference file's, in the order of 17.15.1.78. */
export function settingsXml(
  language: string,
  rtl: boolean,
  { before = valued("w:defaultTabStop", 720), colors = COLOR_MAP } = {},
): string {
  const content =
    before +
    element("w:compat", {}, COMPATIBILITY) +
    element("w:themeFontLang", languageSlots(language, rtl)) +
    colors;
  return XML + element("w:settings", { "xmlns:w": WORD }, content);
}

/** The part word/fontTable.xml: what stands in for a font that is not installed. */
export function fontTableXml(): string {
  const fonts = STAND_INS.map(({ font, others, family }) =>
    element(
      "w:font",
      { "w:name": font },
      valued("w:altName", others) +
        valued("w:charset", "00") +
        valued("w:family", family) +
        valued("w:pitch", family === "modern" ? "fixed" : "variable"),
    ),
  );
  return XML + element("w:fonts", { "xmlns:w": WORD }, fonts.join(""));
}
