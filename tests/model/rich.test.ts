import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf, plainText, printable, richText, spansOf } from "../../src/model/rich.js";
import { rich } from "../helpers/ladders.js";

test("canonical text is its own canonical form", () => {
  fc.assert(
    fc.property(rich, (text) => {
      expect(richText(spansOf(text))).toEqual(text);
    }),
  );
});

test("no white space at the ends of lines, none doubled", () => {
  fc.assert(
    fc.property(rich, ({ text }) => {
      expect(text).not.toMatch(/^ | $| \n|\n | {2}/);
    }),
  );
});

test("white space stands outside marks", () => {
  expect(
    richText([
      { type: "text", text: "a " },
      { type: "text", text: " b ", strong: true },
      { type: "text", text: "c" },
    ]).spans,
  ).toEqual([
    { type: "text", text: "a " },
    { type: "text", text: "b", strong: true },
    { type: "text", text: " c" },
  ]);
});

test("two emphasised words with a space between are one emphasis, two pieces of code are two", () => {
  const both = (mark: "strong" | "code") =>
    richText([
      { type: "text", text: "a", [mark]: true },
      { type: "text", text: " " },
      { type: "text", text: "b", [mark]: true },
    ]).spans?.length;
  expect(both("strong")).toBe(1);
  expect(both("code")).toBe(3);
});

test("breaks at the ends go, and several are one", () => {
  const line = (text: string) => ({ type: "text" as const, text });
  const br = { type: "break" as const };
  expect(richText([br, line("a "), br, br, line(" b"), br])).toEqual({
    text: "a\nb",
    spans: [line("a"), br, line("b")],
  });
});

test("what XML can't hold goes, and everything else stays", () => {
  expect(plainText("a\u0000b\u0007c\ufffed\u007f").text).toBe("abcd");
  expect(printable("é\u00a0\u200b👩‍💻")).toBe("é\u00a0\u200b👩‍💻");
});

test("lines are split at breaks, marks kept", () => {
  const text = richText([
    { type: "text", text: "1" },
    { type: "break" },
    { type: "text", text: "Builder", href: "#b" },
  ]);
  expect(linesOf(text)).toEqual([
    { text: "1" },
    { text: "Builder", spans: [{ type: "text", text: "Builder", href: "#b" }] },
  ]);
});
