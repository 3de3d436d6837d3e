import type { ThemeFile } from "./schema.js";

type Path = (string | number)[];

/** A pair of colours too near each other: where each is told, and what to say. */
export interface Faint {
  paths: Path[];
  reason: string;
  ratio: string;
}

/** WCAG 2.1, 1.4.3: text; text from 18 points on (and graphics, 1.4.11). */
const TEXT = 4.5;
const LARGE = 3;

/** Where WCAG speaks of large text, in points. */
const LARGE_FROM = 18;

interface Pair {
  path: Path;
  color: string;
  ground: { name: string; color: string; path?: Path };
  need: number;
}

/** The pairs of a theme's colours that don't reach level AA of WCAG 2.1. */
export function faintColours({ colors, sizes }: ThemeFile): Faint[] {
  return pairsOf(colors, Math.min(sizes.title.size, sizes.track.size)).flatMap((pair) => {
    const ratio = contrast(pair.color, pair.ground.color);
    return ratio < pair.need ? [faint(pair, ratio)] : [];
  });
}

function pairsOf(colors: ThemeFile["colors"], titles: number): Pair[] {
  const { ink, grey, title, link, leader, surface, tracks } = colors;
  const white = { name: "white", color: "#ffffff" };
  const sheet = { name: `the surface (${surface})`, color: surface, path: ["colors", "surface"] };
  const tints = tracks.map(({ tint }, index) => ({
    name: `the tint ${tint}`,
    color: tint,
    path: ["colors", "tracks", index, "tint"],
  }));
  const on = (name: string, color: string | undefined, grounds: Pair["ground"][], need = TEXT) =>
    color === undefined
      ? []
      : grounds.map((ground) => ({ path: ["colors", name], color, ground, need }));
  return [
    ...on("ink", ink, [white, sheet, ...tints]),
    ...on("grey", grey, [white, sheet, ...tints]),
    ...on("title", title, [white], titles >= LARGE_FROM ? LARGE : TEXT),
    ...on("link", link, [white, sheet]),
    ...on("leader", leader, [white], LARGE),
    ...tracks.flatMap(({ ink: color }, index) => {
      const path = ["colors", "tracks", index, "ink"];
      const own = tints[index] ?? white;
      return [white, own].map((ground) => ({ path, color, ground, need: TEXT }));
    }),
  ];
}

function faint({ path, color, ground, need }: Pair, ratio: number): Faint {
  // Rounded down: a ratio of 4.497 is not shown as the 4.5 that it lacks.
  const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
  const name = path.join(".");
  const reason = `Unexpected contrast ${shown}:1 of ${name} (${color}) on ${ground.name}, expected at least ${need}:1`;
  return { paths: ground.path ? [path, ground.path] : [path], reason, ratio: shown };
}

/** The contrast ratio of two colours (WCAG 2.1, "contrast ratio"): 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** WCAG 2.1, "relative luminance". */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
