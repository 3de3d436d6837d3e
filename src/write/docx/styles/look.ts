import { fonts } from "../theme.js";
import { element, valued, wrap } from "../xml.js";

/** A line beside text: its size in eighths of a point, its distance in points. */
export interface Line {
  size: number;
  ink: string;
  space: number;
}

type Side = "top" | "left" | "bottom" | "right" | "insideH" | "insideV";

/** Lines by the sides where they stand. */
export type Lines = Partial<Record<Side, Line>>;

/** How paragraphs of a style look; measures are twentieths of a point. */
export interface ParagraphLook {
  keepNext?: boolean;
  keepLines?: boolean;
  numbering?: { id: number; level: number };
  lines?: Lines;
  fill?: string;
  /** A tab stop at the end of lines, and what leads to it. */
  endTab?: { at: number; leader?: "dot" | "underscore" };
  rtl?: boolean;
  spacing?: { line?: number; exact?: true; before?: number; after?: number };
  indent?: { left?: number; right?: number };
  align?: "left" | "center" | "right";
  /** 0 to 8: Word's navigation pane shows it. */
  outline?: number;
}

/** How text of a style looks. */
export interface RunLook {
  font?: keyof typeof FONTS;
  bold?: true;
  italic?: true;
  noProof?: true;
  underlined?: true;
  color?: string;
  /** Half points. */
  size?: number;
  raised?: true;
}

/** The two fonts of the theme, so that HR changes them in one place, and that of code. */
const FONTS = {
  headings: theme("major"),
  body: theme("minor"),
  code: { "w:ascii": fonts.code, "w:hAnsi": fonts.code, "w:cs": fonts.code },
};

function theme(kind: "major" | "minor"): Record<string, string> {
  return {
    "w:asciiTheme": `${kind}HAnsi`,
    "w:eastAsiaTheme": `${kind}EastAsia`,
    "w:hAnsiTheme": `${kind}HAnsi`,
    "w:cstheme": `${kind}Bidi`,
  };
}

/** The content of a style's `w:pPr`, in the order that the standard wants (ECMA-376, 17.3.1.26). */
export function paragraphLook(look: ParagraphLook): string {
  const { numbering, endTab, spacing, indent } = look;
  return (
    (look.keepNext ? "<w:keepNext/>" : "") +
    (look.keepLines ? "<w:keepLines/>" : "") +
    (numbering
      ? `<w:numPr>${valued("w:ilvl", numbering.level)}${valued("w:numId", numbering.id)}</w:numPr>`
      : "") +
    wrap("w:pBdr", linesXml(look.lines ?? {})) +
    (look.fill ? fillXml(look.fill) : "") +
    (endTab
      ? `<w:tabs>${element("w:tab", { "w:val": "right", "w:leader": endTab.leader, "w:pos": endTab.at })}</w:tabs>`
      : "") +
    (look.rtl ? "<w:bidi/>" : "") +
    (spacing ? spacingXml(spacing) : "") +
    (indent ? element("w:ind", { "w:left": indent.left, "w:right": indent.right }) : "") +
    valued("w:jc", look.align) +
    valued("w:outlineLvl", look.outline)
  );
}

const spacingXml = ({ line, exact, before, after }: NonNullable<ParagraphLook["spacing"]>) =>
  element("w:spacing", {
    "w:before": before,
    "w:after": after,
    "w:line": line,
    "w:lineRule": line === undefined ? undefined : exact ? "exact" : "atLeast",
  });

/** The content of a style's `w:rPr`, in the order that the standard wants (ECMA-376, 17.3.2.28). */
export const runLook = (look: RunLook): string =>
  (look.font ? element("w:rFonts", FONTS[look.font]) : "") +
  (look.bold ? "<w:b/><w:bCs/>" : "") +
  (look.italic ? "<w:i/><w:iCs/>" : "") +
  (look.noProof ? "<w:noProof/>" : "") +
  valued("w:color", look.color) +
  valued("w:sz", look.size) +
  valued("w:szCs", look.size) +
  (look.underlined ? valued("w:u", "single") : "") +
  (look.raised ? valued("w:vertAlign", "superscript") : "");

const SIDES: readonly Side[] = ["top", "left", "bottom", "right", "insideH", "insideV"];

/** Lines as borders of paragraphs or tables. */
export const linesXml = (lines: Lines): string =>
  SIDES.map((side) => {
    const line = lines[side];
    const attributes = line && {
      "w:val": "single",
      "w:sz": line.size,
      "w:space": line.space,
      "w:color": line.ink,
    };
    return attributes ? element(`w:${side}`, attributes) : "";
  }).join("");

/** A fill behind text or cells. */
export const fillXml = (fill: string): string =>
  element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": fill });
