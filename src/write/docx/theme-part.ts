import { color, fonts } from "./theme.js";
import { element, escapeXml, XML } from "./xml.js";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** Fonts of other scripts, that Word has (ECMA-376, 20.1.4.1.16). */
const SCRIPTS = {
  Arab: "Arial",
  Hebr: "Arial",
  Jpan: "Yu Gothic",
  Hang: "Malgun Gothic",
  Hans: "Microsoft YaHei",
  Hant: "Microsoft JhengHei",
} as const;

/** The colours that Word's palette offers: ink, grey and the first hues. */
const COLORS = {
  dk1: color.ink,
  lt1: "FFFFFF",
  dk2: color.grey,
  lt2: "F3F6F9",
  accent1: "0F766E",
  accent2: "4338CA",
  accent3: "9A5B00",
  accent4: "9D174D",
  accent5: "1D4ED8",
  accent6: "3F6212",
  hlink: color.link,
  folHlink: color.grey,
} as const;

/** The part word/theme/theme1.xml: the fonts and colours that HR changes in one place. */
export function themeXml(): string {
  const colors = Object.entries(COLORS).map(([name, value]) =>
    element(`a:${name}`, {}, element("a:srgbClr", { val: value })),
  );
  const content =
    element("a:clrScheme", { name: "rungbook" }, colors.join("")) +
    element(
      "a:fontScheme",
      { name: "rungbook" },
      element("a:majorFont", {}, fontXml(fonts.headings)) +
        element("a:minorFont", {}, fontXml(fonts.body)),
    ) +
    FORMATS;
  const attributes = { "xmlns:a": DRAWING, name: "rungbook" };
  return XML + element("a:theme", attributes, element("a:themeElements", {}, content));
}

function fontXml(font: string): string {
  const scripts = Object.entries(SCRIPTS).map(([script, typeface]) =>
    element("a:font", { script, typeface }),
  );
  const latin = `<a:latin typeface="${escapeXml(font)}"/>`;
  return `${latin}<a:ea typeface=""/><a:cs typeface=""/>${scripts.join("")}`;
}

const SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const times3 = (xml: string): string => xml.repeat(3);

/** What the schema wants of a theme beside colours and fonts, three of each. */
const FORMATS =
  `<a:fmtScheme name="rungbook"><a:fillStyleLst>${times3(SOLID)}</a:fillStyleLst>` +
  `<a:lnStyleLst>${times3(`<a:ln w="6350">${SOLID}</a:ln>`)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${times3("<a:effectStyle><a:effectLst/></a:effectStyle>")}</a:effectStyleLst>` +
  `<a:bgFillStyleLst>${times3(SOLID)}</a:bgFillStyleLst></a:fmtScheme>`;
