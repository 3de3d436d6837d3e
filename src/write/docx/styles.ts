import {
  type ICharacterStyleOptions,
  ImportedXmlComponent,
  type IParagraphStyleOptions,
  type IStylesOptions,
} from "docx";
import { HEAD_FILL, STYLE } from "../../docx-names.js";
import type { DocxContext } from "./context.js";
import { GRID_LINK } from "./grid.js";
import { PLAIN_BULLETS, PLAIN_NUMBERS } from "./numbering.js";
import { tableStyles } from "./table-styles.js";
import { color, fonts, hueOf, WORD } from "./theme.js";

/** Sizes are half points, distances twentieths of a point. */
const BODY = { size: 19, line: 272 };

const serif = { theme: "headings" as const };
const sans = { theme: "body" as const };
const mono = { ascii: fonts.mono, hAnsi: fonts.mono, cs: fonts.mono };

const lines = (line: number, before = 0, after = 0) => ({
  spacing: { line, lineRule: "atLeast" as const, before, after },
});
const small = { size: 16, color: color.grey };
const heading = (size: number, line: number, before: number, after: number) => ({
  run: { font: serif, bold: true, color: color.ink, size },
  paragraph: { keepNext: true, keepLines: true, ...lines(line, before, after) },
});
const style = (
  id: string,
  name: string,
  options: Omit<IParagraphStyleOptions, "id" | "name">,
): IParagraphStyleOptions => ({ id, name, basedOn: "Normal", quickFormat: true, ...options });

const bar = (size: number, ink: string, space: number) => ({
  style: "single" as const,
  size,
  color: ink,
  space,
});

/** Heading 1 is a part, 2 a card, 3 to 5 are its sections: the looks of a level's page. */
const HEADINGS = [
  { ...heading(34, 420, 480, 60) },
  { ...heading(26, 320, 280, 120) },
  {
    run: { bold: true, color: color.grey, size: 18 },
    paragraph: { keepNext: true, keepLines: true, ...lines(260, 120, 30) },
  },
  {
    run: { bold: true, color: color.ink, size: 18 },
    paragraph: { keepNext: true, keepLines: true, ...lines(260, 120, 20) },
  },
  {
    run: { bold: true, italics: true, color: color.grey, size: 18 },
    paragraph: { keepNext: true, keepLines: true, ...lines(260, 100, 20) },
  },
];

const headingStyles = (): IParagraphStyleOptions[] =>
  Array.from({ length: 9 }, (_, index) =>
    style(`Heading${index + 1}`, `heading ${index + 1}`, {
      next: "Normal",
      run: HEADINGS[Math.min(index, 4)]?.run ?? {},
      paragraph: { ...HEADINGS[Math.min(index, 4)]?.paragraph, outlineLevel: index },
    }),
  );

const frontStyles = (): IParagraphStyleOptions[] => [
  style(STYLE.title, "Title", {
    next: STYLE.subtitle,
    run: { font: serif, bold: true, color: color.ink, size: 60 },
    paragraph: { keepNext: true, ...lines(680, 0, 100) },
  }),
  style(STYLE.subtitle, "Subtitle", {
    next: "Normal",
    run: { font: serif, italics: true, color: color.grey, size: 25 },
    paragraph: { keepNext: true, ...lines(340, 0, 100) },
  }),
  style(STYLE.byline, "rungbook Byline", {
    run: small,
    paragraph: {
      ...lines(240, 0, 320),
      border: { bottom: bar(18, color.ink, 14) },
    },
  }),
];

/** As XML, since only the finished numbering knows its ids. */
const listStyle = (id: string, name: string, numId: number): string =>
  `<w:style xmlns:w="${WORD}" w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:numPr><w:numId w:val="${numId}"/></w:numPr><w:spacing w:after="52"/></w:pPr></w:style>`;

const blockStyles = (): IParagraphStyleOptions[] => [
  style(STYLE.heading, "rungbook Heading", {
    ...heading(40, 500, 480, 120),
    basedOn: "Heading1",
    next: "Normal",
  }),
  style(STYLE.quote, "Quote", {
    run: { italics: true, color: color.grey },
    paragraph: {
      ...lines(BODY.line, 0, 120),
      indent: { left: 240 },
      border: { left: bar(16, color.hairline, 10) },
    },
  }),
  style(STYLE.code, "rungbook Code", {
    run: { font: mono, size: 17, noProof: true },
    paragraph: {
      ...lines(232, 60, 120),
      shading: { type: "clear", color: "auto", fill: HEAD_FILL },
    },
  }),
  style(STYLE.rule, "rungbook Rule", {
    run: { size: 8 },
    paragraph: {
      spacing: { line: 120, lineRule: "exact", before: 120, after: 200 },
      border: { bottom: bar(6, color.hairline, 1) },
    },
  }),
  style(STYLE.gap, "rungbook Gap", {
    run: { size: 4 },
    paragraph: { spacing: { line: 120, lineRule: "exact", before: 0, after: 0 } },
  }),
  style(STYLE.padding, "rungbook Padding", { run: { size: 8 }, paragraph: lines(20) }),
];

const cardStyles = (hues: Iterable<number>): IParagraphStyleOptions[] => [
  style(STYLE.standing, "rungbook Standing", {
    run: { color: color.grey },
    paragraph: { ...lines(BODY.line, 0, 160), keepNext: true },
  }),
  style(STYLE.column, "rungbook Column", {
    run: { ...small, size: 15 },
    paragraph: lines(210, 0, 0),
  }),
  style(STYLE.factName, "rungbook Fact Name", {
    run: { ...small, size: 15 },
    paragraph: lines(260, 120),
  }),
  style(STYLE.fact, "rungbook Fact", {
    run: { bold: true, size: 17 },
    paragraph: lines(240, 0, 0),
  }),
  style(STYLE.factTitle, "rungbook Fact Title", {
    run: { font: serif, bold: true, size: 24 },
    paragraph: lines(300, 0, 0),
  }),
  style(STYLE.extraName, "rungbook Extra Name", { basedOn: STYLE.factName }),
  style(STYLE.extra, "rungbook Extra", { basedOn: STYLE.fact }),
  style(STYLE.label, "rungbook Label", {
    run: { font: serif, bold: true, size: 56, color: color.grey },
    paragraph: lines(640, 0, 0),
  }),
  ...[...hues].map((hue) =>
    style(`${STYLE.label}${hue}`, `rungbook Label ${hue}`, {
      basedOn: STYLE.label,
      run: { color: hueOf(hue).ink },
    }),
  ),
];

const tableTextStyles = (): IParagraphStyleOptions[] => [
  style(STYLE.tableHead, "rungbook Table Head", {
    run: { bold: true, size: 17 },
    paragraph: lines(240, 0, 40),
  }),
  style(STYLE.gridCell, "rungbook Grid Cell", { run: { size: 16 }, paragraph: lines(220, 0, 20) }),
  style(STYLE.gridHead, "rungbook Grid Head", {
    run: { size: 16, bold: true, color: color.grey },
    paragraph: lines(220, 0, 20),
  }),
  style(STYLE.noteLabel, "rungbook Note Label", { run: small, paragraph: lines(BODY.line) }),
  style("Header", "header", { run: { ...small, size: 15 } }),
  style("Footer", "footer", { run: { ...small, size: 15 } }),
];

const characterStyle = (
  id: string,
  name: string,
  run: ICharacterStyleOptions["run"] = {},
): ICharacterStyleOptions => ({ id, name, run });

const characterStyles = (): ICharacterStyleOptions[] => [
  characterStyle("Hyperlink", "Hyperlink", { color: color.link }),
  characterStyle(GRID_LINK, "rungbook Grid Link", { bold: true, color: color.ink }),
  characterStyle(STYLE.author, "rungbook Author"),
  characterStyle(STYLE.date, "rungbook Date"),
  characterStyle(STYLE.codeText, "rungbook Code Text", { font: mono, size: 17, noProof: true }),
  characterStyle(STYLE.task, "rungbook Task", { color: color.grey }),
  characterStyle(STYLE.noteReference, "rungbook Note Reference", {
    superScript: true,
    color: color.link,
  }),
  characterStyle(STYLE.imageAlt, "rungbook Image Alt", { italics: true }),
  characterStyle(STYLE.imageAddress, "rungbook Image Address", { color: color.grey, size: 16 }),
];

/** The styles of a document, in its language; on a right-to-left page the base style says so. */
export function styles(language: string, context: DocxContext): IStylesOptions {
  const tag = context.rtl ? { value: "en", bidirectional: language } : { value: language };
  return {
    default: {
      document: {
        run: { font: sans, size: BODY.size, color: color.ink, language: tag },
        paragraph: {},
      },
    },
    paragraphStyles: [
      {
        id: "Normal",
        name: "Normal",
        quickFormat: true,
        // Not in the defaults alone: there, Word lets table styles win over them.
        run: { size: BODY.size, color: color.ink },
        paragraph: { ...lines(BODY.line, 0, 120), ...(context.rtl && { bidirectional: true }) },
      },
      ...headingStyles(),
      ...frontStyles(),
      ...blockStyles(),
      ...cardStyles(context.hues),
      ...tableTextStyles(),
    ],
    characterStyles: characterStyles(),
    importedStyles: [
      listStyle(STYLE.bullet, "List Bullet", PLAIN_BULLETS),
      listStyle(STYLE.number, "List Number", PLAIN_NUMBERS),
      ...tableStyles(),
    ].map((xml) => ImportedXmlComponent.fromXmlString(xml)),
  };
}
