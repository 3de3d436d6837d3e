import type { Hue, Theme } from "../../../theme/theme.js";

export type { Hue, Type } from "../../../theme/theme.js";

/** Every measure (points), colour and size of a page; nothing of the kind stands elsewhere. */
export type Style = ReturnType<typeof styleOf>;

/** What a theme makes of the pages of a document. */
export function styleOf({ page, sizes, colors, shapes, logo, header, footer }: Theme) {
  const { about, track, name, overview, label, headings, furniture, ...type } = sizes;
  const { tracks, title, link, ...color } = colors;
  const plain: Hue = { ink: color.grey, tint: color.surface };
  const body = bodyOf(page);
  const { width } = body;
  return {
    page: { ...page.size, margins: page.margins },
    body,
    furniture: { type: furniture, ...furnitureOf(page, header, footer) },
    color: { ...color, title: title ?? color.ink, link: link ?? null },
    type: { ...type, meta: about, part: track, factTitle: name, grid: overview },
    label,
    headings,
    gap: {
      paragraph: 6,
      item: 2.6,
      /** Between an item that ends with a list, with code or a table, and the next. */
      afterSublist: 4.5,
      afterBoxed: 8,
      list: 3,
      section: 10,
      /** Above a part in the contents. */
      chapter: 3,
      heading: 16,
      /** Between a heading and the one below it. */
      stacked: 3,
      /** Above and below a rule. */
      rule: 14,
      table: 8,
      /** Below a table, a quotation or code. */
      after: 10,
      card: 16,
      afterCard: 18,
      part: 12,
      columns: 7,
      /** Below a part's last card, and below the contents. */
      afterPart: 30,
      fact: 6.5,
      // A narrow page has no room to spare.
      column: Math.min(shapes.gap, width * 0.05),
    },
    facts: { width: Math.min(shapes.facts, width * 0.26) },
    /** Lines longer than this many times their size are hard to follow (some 95 letters). */
    measure: 52,
    section: shapes.section,
    part: { band: shapes.track === "band", padding: { x: 10, y: 8 } },
    list: { indent: 12, bullet: 1.45, narrowest: 70, least: 18, gap: 2.5 },
    title: {
      bar: { ...shapes.bar, width: Math.min(width, widthOf(shapes.bar.width, width)) },
      logo: { of: logo, gap: 16, widest: width * 0.4 },
    },
    grid: {
      rowHead: Math.min(150, Math.round(width * 0.2325)),
      gap: 3.4,
      bar: 1.8,
      padding: 6.5,
      radius: shapes.overview.radius,
      above: shapes.overview.bar === "top",
    },
    /** A table whose words are few gives each column this much air, and fills no line with it. */
    table: { padding: { x: 4, narrow: 2.4, y: 4.5 }, air: 48, apart: 9.5 },
    quote: { bar: 2, indent: 12 },
    code: { padding: 6 },
    /** An image is at most as wide as its column, and as high as this part of the page. */
    image: { height: 0.6, pointsPerPixel: 0.75 },
    /** The hue of a number (they come again after the last), grey for null. */
    hueOf: (hue: number | null): Hue =>
      hue === null ? plain : (tracks[hue % tracks.length] ?? plain),
  };
}

const widthOf = (width: number | "full", all: number): number => (width === "full" ? all : width);

/** The page's inner box: where the flow of a document goes. */
function bodyOf({ size, margins }: Theme["page"]) {
  const { top, right, bottom, left } = margins;
  return { x: left, y: top, width: size.width - left - right, bottom: size.height - bottom };
}

/** Baselines and rules of head and foot: near the text, off the edge. */
function furnitureOf(
  { size: { height }, margins: { top, bottom } }: Theme["page"],
  header: Theme["header"],
  footer: Theme["footer"],
) {
  const above = (distance: number, share: number) =>
    hundredths(top - Math.min(distance, top * share));
  const below = (distance: number, share: number) =>
    hundredths(height - bottom + Math.min(distance, bottom * share));
  return {
    head: {
      ...header,
      baseline: above(19.69, 0.35),
      rule: header.rule ? above(13.2, 0.235) : null,
    },
    foot: {
      ...footer,
      baseline: below(27, 0.48),
      rule: footer.rule ? below(13, 0.23) : null,
    },
  };
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;
