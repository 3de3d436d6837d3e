import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { svgLogoOf } from "../../src/theme/svg.js";
import { checkConformance } from "../conformance/check.js";
import { opened } from "../write/pdf/made.js";
import { ladder } from "../write/pdf/sample.js";
import { complaints, pdfOf, themeOf, themeWithout } from "./made.js";

const NS = 'xmlns="http://www.w3.org/2000/svg"';
const svg = (inner: string, attributes = 'viewBox="0 0 40 20"') =>
  `<svg ${NS} ${attributes}>${inner}</svg>`;
const logoOf = (inner: string, attributes?: string) =>
  svgLogoOf(Buffer.from(svg(inner, attributes)));
const textOf = async (inner: string) => Buffer.from((await logoOf(inner)).bytes).toString();

const themed = (file: string) =>
  `extends: default\nlogo: { file: ${file}, height: 12mm, alt: Acme & Sons }\n`;

function png(): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4, "latin1");
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 4, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
  const pixels = deflateSync(Buffer.alloc(2 * 13));
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

interface Tree {
  role?: string;
  alt?: string;
  children?: Tree[];
}

const nodes = (tree: Tree): Tree[] => [tree, ...(tree.children ?? []).flatMap(nodes)];

async function figures(bytes: Uint8Array, page: number): Promise<(string | undefined)[]> {
  const tree = await (await (await opened(bytes)).getPage(page)).getStructTree();
  return nodes(tree as Tree)
    .filter(({ role }) => role === "Figure")
    .map(({ alt }) => alt);
}

describe("a logo", () => {
  it.each([
    ["logo.svg", Buffer.from(svg('<path d="M0 0h40v20z" fill="#c00"/>'))],
    ["logo.png", png()],
  ])("%s is a figure of the first page, with its words", async (file, bytes) => {
    const theme = await themeWithout(themed(file), { [file]: bytes });
    const { value, messages } = await pdfOf(theme);
    expect(messages).toEqual([]);
    expect(await figures(value, 1)).toEqual(["Acme & Sons"]);
    expect(await figures(value, 2)).toEqual([]);
    expect(Buffer.compare(value, (await pdfOf(theme)).value)).toBe(0);
  });

  it("in SVG is drawn as shapes, in its colours", async () => {
    const beside = { "logo.svg": svg('<rect width="40" height="20" fill="#12ab34"/>') };
    const theme = await themeWithout(themed("logo.svg"), beside);
    const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const page = await (await opened((await pdfOf(theme)).value)).getPage(1);
    const { fnArray, argsArray } = await page.getOperatorList();
    const fills = fnArray.flatMap((op, at) =>
      op === OPS.setFillRGBColor ? [String(argsArray[at])] : [],
    );
    expect(fills).toContain("#12ab34");
  });

  it("that is broken is told", async () => {
    for (const [file, bytes] of [
      ["a.png", png().subarray(0, 40)],
      ["a.jpg", Buffer.from("no image")],
      ["a.svg", Buffer.from("no image")],
    ] as const) {
      const [found] = await complaints(themed(file), { [file]: bytes });
      expect(found).toContain(`theme.yaml:2:15 Unexpected logo "${file}"`);
    }
  });
});

describe("an SVG from outside", () => {
  it.each([
    ["an image", '<image href="https://example.org/a.png"/>'],
    ["a script", "<script>alert(1)</script>"],
    ["a style", "<style>@import url(https://example.org/a.css);</style>"],
    ["text, whose font is missing", "<text>Acme</text>"],
    ["what repeats", '<g id="a"/><use href="#a"/>'],
    ["another language", "<foreignObject><p>Hello</p></foreignObject>"],
    ["an animation", '<animate attributeName="x"/>'],
    ["groups without end", "<g>".repeat(60) + "</g>".repeat(60)],
    ["a crowd", '<rect width="1" height="1"/>'.repeat(5001)],
  ])("with %s is refused", async (_, inner) => {
    await expect(logoOf(inner)).rejects.toThrow(/^it /);
  });

  it("may be nested as deep as a PDF/A is, and no deeper", async () => {
    const nested = (count: number, group = "<g>") =>
      `${group.repeat(count)}<path d="M0 0h9v9z"/>${"</g>".repeat(count)}`;
    const deepest = [
      nested(24),
      nested(12, '<g opacity=".9">'),
      nested(12, "<g style='clip-path:url(#c)'>"),
    ];
    for (const inner of deepest) {
      const theme = await themeWithout(themed("a.svg"), { "a.svg": svg(inner) });
      expect(await checkConformance((await pdfOf(theme, ladder)).value)).toEqual([]);
    }
    for (const inner of [nested(25), nested(13, '<g opacity=".9">')])
      await expect(logoOf(inner)).rejects.toThrow("nested more than 26 deep");
  });

  it.each([
    ["a path", '<path d="M0 0L1e22 5z"/>', "1e22"],
    ["a transformation", '<g transform="scale(-3e9)"/>', "-3e9"],
    ["a style", '<path style="stroke-width:12345678"/>', "12345678"],
  ])("with a number in %s that no PDF holds is refused", async (_, inner, number) => {
    await expect(logoOf(inner)).rejects.toThrow(`the number ${number}, expected at most`);
  });

  it("may have colours and names that look like large numbers", async () => {
    const inner =
      '<path id="p99999999" fill="#9e9999" style="stroke:#12345678" clip-path="url(#c9e99)"/>';
    expect(await textOf(inner)).toContain("#9e9999");
  });

  it("that declares entities is refused", async () => {
    const bytes = Buffer.from(`<!DOCTYPE svg [<!ENTITY a "b">]>${svg("<g/>")}`);
    await expect(svgLogoOf(bytes)).rejects.toThrow("entities");
  });

  it.each([
    ["nothing", ""],
    ["nonsense", 'viewBox="a b c d"'],
    ["less than nothing", 'width="-1" height="2"'],
  ])("that tells %s of its size is refused", async (_, attributes) => {
    await expect(logoOf("<g/>", attributes)).rejects.toThrow("size");
  });

  it("loses what acts and what leads out, and keeps its shapes", async () => {
    const text = await textOf(
      '<!-- x --><title>t</title><g onclick="a()" href="https://x"><path d="M0 0" fill="url(#a)" stroke="url(https://x)" style="fill: url( \'http://x\')"/></g>',
    );
    expect(text).toContain('<path d="M0 0" fill="url(#a)"/>');
    expect(text).not.toMatch(/onclick|href|https?:\/\/x|title|<!--/);
  });

  it("names what was found, in the theme's file", async () => {
    const beside = { "a.svg": svg('<image href="a.png"/>') };
    expect((await themeOf(themed("a.svg"), beside)).messages[0]?.reason).toContain("<image>");
  });
});
