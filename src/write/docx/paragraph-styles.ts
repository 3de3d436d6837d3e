import type { IParagraphStyleOptions } from "docx";
import { HEAD_FILL, STYLE } from "../../docx-names.js";
import { BODY, bar, heading, lines, mono, serif, small, style } from "./style-kit.js";
import { color, FACTS_AIR, hueOf } from "./theme.js";

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

/** The air between facts and what stands beside them. */
const besideBody = { indent: { right: FACTS_AIR } };

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
    paragraph: { ...lines(260, 120), ...besideBody },
  }),
  style(STYLE.fact, "rungbook Fact", {
    run: { bold: true, size: 17 },
    paragraph: { ...lines(240, 0, 0), ...besideBody },
  }),
  style(STYLE.factTitle, "rungbook Fact Title", {
    run: { font: serif, bold: true, size: 24 },
    paragraph: { ...lines(300, 0, 0), ...besideBody },
  }),
  style(STYLE.extraName, "rungbook Extra Name", { basedOn: STYLE.factName }),
  style(STYLE.extra, "rungbook Extra", { basedOn: STYLE.fact }),
  style(STYLE.label, "rungbook Label", {
    run: { font: serif, bold: true, size: 56, color: color.grey },
    paragraph: { ...lines(640, 0, 0), ...besideBody },
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
  style(STYLE.tableText, "rungbook Table Text", { paragraph: lines(BODY.line, 0, 40) }),
  style(STYLE.gridCell, "rungbook Grid Cell", { run: { size: 16 }, paragraph: lines(220, 0, 20) }),
  style(STYLE.gridHead, "rungbook Grid Head", {
    run: { size: 16, bold: true, color: color.grey },
    paragraph: lines(220, 0, 20),
  }),
  style(STYLE.noteLabel, "rungbook Note Label", { paragraph: lines(BODY.line) }),
  style("Header", "header", { run: { ...small, size: 15 } }),
  style("Footer", "footer", { run: { ...small, size: 15 } }),
];

/** All styles of paragraphs but Normal and those of lists; a hue has a style for its labels. */
export const paragraphStyles = (hues: Iterable<number>): IParagraphStyleOptions[] => [
  ...headingStyles(),
  ...frontStyles(),
  ...blockStyles(),
  ...cardStyles(hues),
  ...tableTextStyles(),
];
