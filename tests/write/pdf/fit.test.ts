import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeFonts } from "../../../src/write/pdf/font/fonts.js";
import { type Atom, atomsOf } from "../../../src/write/pdf/text/atoms.js";
import { type Fit, fitLines } from "../../../src/write/pdf/text/fit.js";
import { fillLines } from "../../../src/write/pdf/text/lines.js";
import { testResources } from "../../helpers/resources.js";
import { laidOut } from "./made.js";
import { card, documentOf, paragraph, part } from "./sample.js";

const fonts = makeFonts(testResources());

const atomsIn = (text: string): Atom[] => {
  const look = { face: "sans" as const, size: 10, color: "#000000", tag: null, leaf: null };
  return atomsOf([{ text, ...look }], "ltr", fonts);
};

const toText = (lines: Atom[][]): string[] =>
  lines.map((line) => line.map(({ text }) => text).join(""));

const fitted = (text: string, width: number, fit?: Fit): string[] =>
  toText(fitLines(atomsIn(text), width, fonts, fit));

const filled = (text: string, width: number): string[] =>
  toText(fillLines(atomsIn(text), width, fonts));

const widthOf = (line: string): number => fonts.width("sans", 10, line.trimEnd());

describe("the lines of a text", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,14}$/), { minLength: 1, maxLength: 120 });

  it("are as few as can be, none too wide, and hold its words in order", () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 40, max: 400 }),
        fc.constantFrom<Fit>("even", "ragged"),
        (each, width, fit) => {
          const text = each.join(" ");
          const lines = fitted(text, width, fit);
          expect(lines.join("")).toBe(text);
          expect(lines.length).toBe(filled(text, width).length);
          for (const line of lines)
            if (line.trimEnd().includes(" ")) expect(widthOf(line)).toBeLessThan(width + 0.5);
        },
      ),
    );
  });

  it("end in no word alone that is short for its line", () => {
    const text =
      "You recognize when you don't yet have the experience or knowledge to solve a problem and reach out to other engineers";
    const widths = Array.from({ length: 300 }, (_, index) => 140 + index);
    const alone = (lines: string[]) => !lines.at(-1)?.includes(" ");
    expect(widths.filter((width) => alone(filled(text, width))).length).toBeGreaterThan(15);
    expect(widths.filter((width) => alone(fitted(text, width)))).toEqual([]);
  });

  it("are found in linear time", () => {
    const text = "some words of a text without end ".repeat(5000);
    expect(fitted(text, 200)).toHaveLength(filled(text, 200).length);
  });
});

describe("a title", () => {
  it("has lines of nearly one length", () => {
    expect(fitted("Engineering Career Ladder", 90, "even")).toEqual([
      "Engineering ",
      "Career Ladder",
    ]);
    const [first = "", second = ""] = fitted(
      "The career ladder of all of our engineers and managers",
      200,
      "even",
    );
    expect(Math.abs(widthOf(first) - widthOf(second))).toBeLessThan(30);
  });

  it("keeps its number beside the word before it", () => {
    expect(fitted("Software Engineer II", 78, "even")).toEqual(["Software ", "Engineer II"]);
    expect(fitted("Engineering Manager 3", 90, "even")).toEqual(["Engineering ", "Manager 3"]);
    expect(fitted("Engineering Manager 3", 50, "even")).toHaveLength(3);
  });

  it("has even lines wherever it stands", () => {
    const repeated = (word: string, count: number) => Array(count).fill(word).join(" ");
    for (let count = 4; count < 14; count++) {
      const level = part(card("1", repeated("Level", count), ["bullet"]));
      const { pages } = laidOut(
        documentOf(
          [
            { type: "heading", depth: 2, text: repeated("Headlines", count + 4) },
            paragraph("Words."),
            { ...level, title: { text: repeated("Trackname", count) } },
          ],
          { title: repeated("Titlepage", count) },
        ),
      );
      const boxes = pages.flatMap((page) => page.boxes).filter((box) => box.kind === "text");
      for (const [word, size] of [
        ["Level", 12],
        ["Headlines", 13],
        ["Trackname", 15],
        ["Titlepage", 20],
      ] as const) {
        const lines = boxes.filter(
          (box) => box.text.startsWith(word) && box.tag && box.size >= size,
        );
        const counts = lines.map((box) => box.text.trim().split(" ").length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
    }
  });
});
