import {
  Footer,
  Header,
  Document as Package,
  Packer,
  PageNumber,
  Paragraph,
  SimpleField,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import type { Document, Meta } from "../../document.js";
import type { DocxContext } from "./context.js";
import { styles } from "./styles.js";
import { fonts, page, TEXT_WIDTH } from "./theme.js";

/** How much of a hash is shown. */
const HASH_LENGTH = 12;

/**
 * The package around the text: styles, settings, header and footer, properties, and what tells
 * programs where all that is. The body holds nothing yet.
 */
export async function shell(source: Document, context: DocxContext): Promise<Uint8Array> {
  const { meta } = source;
  const document = new Package({
    title: meta.title,
    ...(meta.author !== null && { creator: meta.author }),
    theme: { fonts: { headings: fonts.headings, body: fonts.body } },
    styles: styles(meta.language, context),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.margin,
              bottom: page.margin,
              left: page.margin,
              right: page.margin,
              header: page.furniture,
              footer: page.furniture,
            },
          },
        },
        headers: {
          default: new Header({ children: [headerLine(source)] }),
          first: new Header({ children: [new Paragraph({ style: "Header" })] }),
        },
        footers: {
          default: new Footer({ children: [footerLine(meta, context)] }),
          first: new Footer({ children: [footerLine(meta, context)] }),
        },
        children: [],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** The title at one side; at the other, where there are parts, the page's (ECMA-376, 17.16.5.59). */
const headerLine = ({ meta: { title }, blocks }: Document): Paragraph =>
  new Paragraph({
    style: "Header",
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [
      new TextRun(title),
      ...(blocks.some(({ type }) => type === "part")
        ? [new TextRun({ children: [new Tab()] }), new SimpleField("STYLEREF 1", "")]
        : []),
    ],
  });

/** Keeps "1 of 2" in order on a right-to-left page. */
const LTR = "\u200e";

/** Title and hash at one side, "n of m" at the other. */
function footerLine({ title, origin }: Meta, { rtl }: DocxContext): Paragraph {
  const mark = rtl ? LTR : "";
  return new Paragraph({
    style: "Footer",
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [
      new TextRun(`${title} · ${origin.sha256.slice(0, HASH_LENGTH)}`),
      new TextRun({
        children: [new Tab(), mark, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES, mark],
      }),
    ],
  });
}
