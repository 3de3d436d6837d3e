import type { CheerioAPI } from "cheerio";
import type { Element } from "domhandler";
import { FileError } from "../files/index.js";
import { MAX_SVG_ELEMENTS } from "../limits.js";
import type { LogoImage } from "./theme.js";

/**
 * What a logo may be drawn with: shapes, their groups and their colours. Not text (its font would be
 * missing), images, scripts or styles (they load or compute), and nothing that repeats (`use`,
 * patterns, markers: a few lines of it fill the memory).
 */
const DRAWN = new Set(
  "svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath".split(
    " ",
  ),
);

/** What says something of the drawing and draws nothing. */
const SAID = new Set(["title", "desc", "metadata"]);

/** Attributes that a drawing needs; anything else (`style` aside, as declarations) is left out. */
const ATTRIBUTES = new Set(
  (
    "id d x y x1 y1 x2 y2 cx cy r rx ry fx fy width height points viewBox preserveAspectRatio " +
    "transform gradientTransform gradientUnits spreadMethod clipPathUnits offset stop-color " +
    "stop-opacity fill fill-opacity fill-rule clip-path clip-rule stroke stroke-width " +
    "stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray " +
    "stroke-dashoffset opacity color display visibility style href xlink:href"
  ).split(" "),
);

/**
 * Each element keeps what holds outside of it while it is drawn, which a PDF/A does 28 deep (ISO
 * 19005-3, 6.1.13); two of these are the page's.
 */
const DEEPEST = 26;

/** What is drawn by itself before it is put in its place, and so keeps that twice. */
const APART = /(?:^|;)\s*(?:opacity|clip-path)\s*:/i;

/** Larger numbers are no drawing's, and a PDF can't hold the largest. */
const LARGEST = 1e6;

// Those of a colour or a name are no numbers.
const NUMBERS = /(?<!#[\w.:-]*)[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

/** A safe copy of an SVG drawing, and its size; what can't be drawn is a FileError that says why. */
export async function svgLogoOf(bytes: Uint8Array): Promise<LogoImage> {
  const { load } = await import("cheerio/slim");
  const $ = load(textOf(bytes), { xml: true });
  const root = $.root().children("svg").get(0);
  if (!root) throw new FileError("it holds no svg element");
  if ($("*").length > MAX_SVG_ELEMENTS) {
    throw new FileError(`it has more than ${MAX_SVG_ELEMENTS} elements`);
  }
  clean(root, $, 0);
  const { width, height } = sizeOf(root);
  root.attribs.viewBox ??= `0 0 ${width} ${height}`;
  const safe = new TextEncoder().encode($.xml(root));
  return { bytes: safe, format: "svg", width, height };
}

function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  if (/<!(?:DOCTYPE[^>]*\[|ENTITY)/i.test(text)) throw new FileError("it declares entities");
  return text;
}

function clean(element: Element, $: CheerioAPI, around: number): void {
  const depth = around + levelsOf(element);
  if (depth > DEEPEST) {
    throw new FileError(
      `it is nested more than ${DEEPEST} deep, where opacity and a clip-path count as a level`,
    );
  }
  for (const child of $(element).contents().get()) {
    const tag = child.type === "tag" || child.type === "script" || child.type === "style";
    if (!tag || SAID.has(child.name)) $(child).remove();
    else if (!DRAWN.has(child.name)) {
      throw new FileError(`it has a <${child.name}> element: only shapes are drawn`);
    } else clean(child, $, depth);
  }
  for (const [name, value] of Object.entries(element.attribs))
    if (!ATTRIBUTES.has(name) || leadsOut(name, value)) delete element.attribs[name];
    else if (!/^id$|href$/.test(name)) checkNumbers(value);
}

/** How deep an element is by itself. */
const levelsOf = ({ attribs }: Element): number =>
  "opacity" in attribs || "clip-path" in attribs || APART.test(attribs.style ?? "") ? 2 : 1;

function checkNumbers(value: string): void {
  const wrong = value.match(NUMBERS)?.find((each) => Math.abs(Number(each)) > LARGEST);
  if (wrong) throw new FileError(`it has the number ${wrong}, expected at most ${LARGEST}`);
}

/** An address of anything but a part of the drawing itself. */
function leadsOut(name: string, value: string): boolean {
  if (/href$/.test(name)) return !value.startsWith("#");
  return /url\(\s*["']?(?!#)/i.test(value.replace(/\s/g, "")) || /@import|expression/i.test(value);
}

/** The size by the view box, else by width and height; in the drawing's own units. */
function sizeOf({ attribs }: Element): { width: number; height: number } {
  const box = (attribs.viewBox ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [width = 0, height = 0] =
    box.length === 4
      ? box.slice(2)
      : [attribs.width, attribs.height].map((each) => Number.parseFloat(each ?? ""));
  const sound = [width, height].every((each) => Number.isFinite(each) && each > 0 && each < 1e6);
  if (!sound) throw new FileError("it tells no size: neither a viewBox nor width and height");
  return { width, height };
}
