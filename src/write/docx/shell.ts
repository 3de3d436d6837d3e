import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import type { Meta } from "../../document.js";
import type { DocxContext } from "./context.js";
import { styles } from "./styles.js";
import { fonts, page, TEXT_WIDTH } from "./theme.js";

/** How much of a hash is shown. */
const HASH_LENGTH = 12;

/**
 * The package around the text: styles, settings, header and footer, properties, and what tells
 * programs where all that is. The body holds nothing yet.
 */
export async function shell(meta: Meta, context: DocxContext): Promise<Uint8Array> {
  const document = new Document({
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
          default: new Header({ children: [headerLine(meta)] }),
          first: new Header({ children: [new Paragraph({ style: "Header" })] }),
        },
        footers: {
          default: new Footer({ children: [footerLine(meta)] }),
          first: new Footer({ children: [footerLine(meta)] }),
        },
        children: [],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const headerLine = ({ title }: Meta): Paragraph =>
  new Paragraph({ style: "Header", children: [new TextRun(title)] });

/** Title and hash at one side, "n of m" at the other. */
const footerLine = ({ title, origin }: Meta): Paragraph =>
  new Paragraph({
    style: "Footer",
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [
      new TextRun(`${title} · ${origin.sha256.slice(0, HASH_LENGTH)}`),
      new TextRun({
        children: [new Tab(), PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES],
      }),
    ],
  });
