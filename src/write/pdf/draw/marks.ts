import type { Path } from "fontkit";
import type { ShapedFont } from "../font/shape.js";
import type { Pdf } from "./pdfkit.js";

/** A word, and where it begins on the page, in points. */
export interface Word {
  text: string;
  x: number;
  y: number;
  size: number;
}

/** Draws what stands off the line in a word, in the colour of the text. */
export function drawMarks(word: Word, font: ShapedFont, pdf: Pdf): void {
  const scale = word.size / font.unitsPerEm;
  for (const { path, x, y } of font.marksOf(word.text)) {
    const place = [scale, 0, 0, -scale, word.x + x * scale, word.y - y * scale].map(exact);
    pdf.addContent(`q\n${place.join(" ")} cm\n${operatorsOf(path)}\nf\nQ`);
  }
}

/** An outline as operators (ISO 32000-1, 8.5.2), which know cubic curves only. */
function operatorsOf(path: Path): string {
  let [x, y] = [0, 0];
  return path.commands
    .map(({ command, args }) => {
      const [a = 0, b = 0, c = 0, d = 0] = args;
      const from = [x, y];
      [x = 0, y = 0] = args.slice(-2);
      if (command === "moveTo") return `${args.map(exact).join(" ")} m`;
      if (command === "lineTo") return `${args.map(exact).join(" ")} l`;
      if (command === "bezierCurveTo") return `${args.map(exact).join(" ")} c`;
      if (command === "closePath") return "h";
      const [fromX = 0, fromY = 0] = from;
      const cubic = [towards(fromX, a), towards(fromY, b), towards(c, a), towards(d, b), c, d];
      return `${cubic.map(exact).join(" ")} c`;
    })
    .join("\n");
}

const towards = (end: number, control: number): number => end + ((control - end) * 2) / 3;

/** Font units are small: a millionth of a point, and no exponent. */
const exact = (value: number): number => Math.round(value * 1e6) / 1e6;
