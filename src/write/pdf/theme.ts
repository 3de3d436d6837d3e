/** Points in a millimetre. */
const MM = 72 / 25.4;

/** A size of text and the distance of its lines, in points. */
export interface Type {
  size: number;
  leading: number;
}

/** A part's colour and its pale tint. */
export interface Hue {
  ink: string;
  tint: string;
}

/** Every measure (points), colour and size of a page; nothing of the kind stands elsewhere. */
export const theme = {
  page: { width: 595.28, height: 841.89, margin: 20 * MM, top: 20 * MM, bottom: 20 * MM },
  furniture: { header: 37, rule: 794, footer: 810, type: { size: 7.6, leading: 10 } },
  color: {
    ink: "#1b2430",
    grey: "#5b6675",
    hairline: "#cbd2da",
    leader: "#8a94a1",
    surface: "#f3f6f9",
  },
  hues: [
    { ink: "#0f766e", tint: "#dff1ef" },
    { ink: "#4338ca", tint: "#e5e5fa" },
    { ink: "#9a5b00", tint: "#f9ead7" },
    { ink: "#9d174d", tint: "#fae3ec" },
    { ink: "#1d4ed8", tint: "#e0e9fc" },
    { ink: "#3f6212", tint: "#e9f2dc" },
  ] as Hue[],
  plain: { ink: "#5b6675", tint: "#f3f6f9" } as Hue,
  type: {
    title: { size: 30, leading: 34 },
    subtitle: { size: 12.5, leading: 17 },
    meta: { size: 8, leading: 12 },
    part: { size: 17, leading: 21 },
    body: { size: 9.6, leading: 13.6 },
    section: { size: 9, leading: 13 },
    caption: { size: 7.6, leading: 11 },
    fact: { size: 8.4, leading: 12 },
    factTitle: { size: 12, leading: 15 },
    continued: { size: 8.4, leading: 11 },
    cell: { size: 8.6, leading: 12 },
    grid: { size: 8, leading: 11 },
    code: { size: 8.2, leading: 11.6 },
    narrow: { size: 7.4, leading: 10.2 },
    smallest: { size: 6.4, leading: 8.8 },
  },
  /** The large label of a card, and what it shrinks to where it is more than a number. */
  label: [
    { size: 30, leading: 34 },
    { size: 20, leading: 24 },
    { size: 14, leading: 18 },
    { size: 11, leading: 14 },
  ] as Type[],
  headings: [
    { size: 20, leading: 25 },
    { size: 17, leading: 21 },
    { size: 13, leading: 17 },
    { size: 10.6, leading: 14.6 },
    { size: 9.6, leading: 13.6 },
    { size: 9, leading: 13 },
  ] as Type[],
  gap: {
    paragraph: 6,
    item: 2.6,
    list: 3,
    section: 10,
    heading: 16,
    table: 8,
    card: 16,
    afterCard: 18,
    part: 12,
    columns: 7,
    afterPart: 30,
    fact: 5,
    column: 8 * MM,
  },
  facts: { width: 40 * MM },
  list: { indent: 12, bullet: 1.45, narrowest: 70, least: 18, gap: 2.5 },
  title: { bar: { width: 51, height: 2.2 } },
  grid: { rowHead: 112, gap: 3.4, bar: 1.8, padding: 6.5, radius: 2.4 },
  table: { padding: { x: 4, narrow: 2.4, y: 3.5 }, narrowest: 17 },
  quote: { bar: 2, indent: 12 },
  code: { padding: 6 },
  /** An image is at most as wide as its column, and as high as this part of the page. */
  image: { height: 0.6, pointsPerPixel: 0.75 },
  /** A row or a table at most as high as this is never split. */
  unsplit: 90,
} as const;

/** The page's inner box: where the flow of a document goes. */
export const body = {
  x: theme.page.margin,
  y: theme.page.top,
  width: theme.page.width - 2 * theme.page.margin,
  bottom: theme.page.height - theme.page.bottom,
} as const;

/** The hue of a number (they come again after the last), grey for null. */
export const hueOf = (hue: number | null): Hue =>
  hue === null ? theme.plain : (theme.hues[hue % theme.hues.length] ?? theme.plain);
