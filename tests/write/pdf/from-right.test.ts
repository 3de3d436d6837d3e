import { expect, it } from "vitest";
import type { Theme } from "../../../src/theme/theme.js";
import { defaultTheme } from "../../helpers/resources.js";
import { laidOut, withImages } from "./made.js";
import { documentOf, paragraph } from "./sample.js";

const meta = {
  language: "fa",
  direction: "rtl" as const,
  title: "نردبان",
  subtitle: null,
  author: "مریم",
};

/** What stands on the first page as the eye reads it from the left, one string a line. */
function seen(document: ReturnType<typeof documentOf>): string[] {
  const boxes = laidOut(document).pages[0]?.boxes.filter((box) => box.kind === "text") ?? [];
  const lines = [...new Set(boxes.map((box) => box.y))];
  return lines.map((y) =>
    boxes
      .filter((box) => box.y === y)
      .sort((a, b) => a.x - b.x)
      .map(({ text }) => text)
      .join("")
      .replace(/\p{Default_Ignorable_Code_Point}/gu, ""),
  );
}

it("keeps dates, hashes and file names whole in a line from right to left", () => {
  const lines = seen(documentOf([paragraph("متن")], meta));
  expect(lines).toContainEqual("from 2020-01-02-sample.md, abababababab · 2020-01-02 · مریم");
  expect(lines).toContainEqual("page 1 of 1abababababab · 2020-01-02 · نردبان");
});

it("reads numbers of pages in a foot without words from the left", () => {
  const theme = {
    ...(defaultTheme as Theme),
    footer: { left: "", right: "{page} / {pages}", rule: false },
  };
  const layout = laidOut(
    documentOf(
      Array.from({ length: 90 }, () => paragraph("متن")),
      meta,
    ),
    { ...withImages({}), theme },
  );
  const boxes = layout.pages[0]?.boxes.filter((box) => box.kind === "text" && box.y > 790) ?? [];
  const foot = boxes.sort((a, b) => a.x - b.x).map((box) => (box.kind === "text" ? box.text : ""));
  expect(foot.join("").replace(/[\u2066-\u2069]/g, "")).toBe(`1 / ${layout.pages.length}`);
});

it("has the bar of a quote and the number of a note where lines begin", () => {
  const document = documentOf(
    [
      { type: "quote", blocks: [paragraph("نقل")] },
      { type: "note", id: "1", blocks: [paragraph("یادداشت")] },
    ],
    meta,
  );
  const boxes = laidOut(document).pages[0]?.boxes ?? [];
  const bar = boxes.find((box) => box.kind === "rect" && box.width === 2);
  const edge = (text: string) => {
    const box = boxes.find((each) => each.kind === "text" && each.text === text);
    return box?.kind === "text" ? box.x + box.width : 0;
  };
  expect(bar?.x).toBeGreaterThan(edge("نقل"));
  expect(edge("1")).toBeGreaterThan(edge("یادداشت"));
});
