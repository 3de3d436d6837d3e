import { isUtf8 } from "node:buffer";
import * as path from "node:path";
import { failed, type Message, message, type Result } from "../diagnostics.js";
import { FileError, readFile, readInside } from "../files/index.js";
import { MAX_THEME_BYTES, MAX_THEME_LAYERS } from "../limits.js";
import { faintColours } from "./contrast.js";
import { loadFonts } from "./fonts.js";
import { type Layer, layerOf, type Path, readLayer } from "./layer.js";
import { loadLogo } from "./logo.js";
import { mergeOver } from "./merge.js";
import { roomComplaints } from "./room.js";
import { ThemeFile } from "./schema.js";
import { shippedFile, shippedThemes } from "./shipped.js";
import type { Theme } from "./theme.js";

/** A theme file: how messages show it, its folder (null: shipped), and how its bytes are got. */
interface Source {
  shown: string;
  folder: string | null;
  /** Tells it from other files. */
  key: string;
  bytes(): Uint8Array;
}

/** Reads a shipped theme; null: there is none of this name. */
export async function readShippedTheme(name: string): Promise<Result<Theme | null> | null> {
  const source = shippedSource(name);
  return source && readTheme(source);
}

/**
 * Reads a theme file with what it extends, its fonts and its logo. Each complaint is a message with
 * its place, and the `file` it is about; a theme with an error is null.
 */
export function readThemeFile(file: string, shown: string): Promise<Result<Theme | null>> {
  const folder = path.dirname(file);
  return readTheme({ shown, folder, key: file, bytes: () => readFile(file, MAX_THEME_BYTES) });
}

function shippedSource(name: string): Source | null {
  const found = shippedFile(name);
  return (
    found && {
      shown: found.shown,
      folder: null,
      key: found.path,
      bytes: () => readFile(found.path, MAX_THEME_BYTES),
    }
  );
}

async function readTheme(source: Source): Promise<Result<Theme | null>> {
  const { value: layers, messages } = readLayers(source);
  if (failed(messages)) return { value: null, messages };
  const merged = layers.reduceRight<Record<string, unknown>>(
    (base, { value: { extends: _, ...own } }) => mergeOver(base, own),
    {},
  );
  const { data, error } = ThemeFile.safeParse(merged);
  if (error) {
    // Loaded here: what explains a wrong theme needs twice the code that a right one does.
    const [{ complaintsOf }, { themeSchema }] = await Promise.all([
      import("../yaml/problems.js"),
      import("./json-schema.js"),
    ]);
    const messages = complaintsOf(error.issues, {
      value: merged,
      schema: themeSchema(),
      rule: "theme",
      whole: "the theme",
      missing: `Say it, or begin with "extends: default" and say only what is different.`,
      fileOf: (path) => layerOf(layers, path),
    });
    return { value: null, messages };
  }
  const [fonts, logo] = [await loadFonts(data.fonts, layers), await loadLogo(data.logo, layers)];
  const found = [
    ...roomComplaints(data, layers),
    ...contrastComplaints(data, layers),
    ...fonts.messages,
    ...logo.messages,
  ];
  return {
    value: failed(found) ? null : { ...data, fonts: fonts.value, logo: logo.value },
    messages: found,
  };
}

const contrastComplaints = (data: ThemeFile, layers: readonly Layer[]): Message[] =>
  faintColours(data).map(({ paths, reason, ratio }) => {
    // Of two colours, the one that the upper file tells is the one that was changed.
    const depth = (at: Path) => layers.indexOf(layerOf(layers, at));
    const at = paths.reduce((a, b) => (depth(b) < depth(a) ? b : a));
    return layerOf(layers, at).complain(at, "theme-contrast", reason, { actual: ratio });
  });

/** A theme's file and those that it stands on, one after the other. */
function readLayers(first: Source): Result<Layer[]> {
  const layers: Layer[] = [];
  const seen = new Set<string>();
  let source: Source | null = first;
  while (source) {
    seen.add(source.key);
    const { value: layer, messages } = readSource(source);
    if (!layer) return { value: layers, messages: blamed(messages, source, layers) };
    layers.push(layer);
    const base = baseOf(layer);
    const wrong = typeof base === "string" ? base : base && refusal(base, seen, layers.length);
    if (wrong) {
      const found = layer.complain(["extends"], "theme-extends", wrong);
      return { value: layers, messages: [found] };
    }
    source = base as Source | null;
  }
  return { value: layers, messages: [] };
}

function readSource(source: Source): Result<Layer | null> {
  try {
    const bytes = source.bytes();
    if (!isUtf8(bytes)) throw new FileError("Unexpected bytes, expected UTF-8");
    const text = new TextDecoder().decode(bytes);
    return readLayer(text, { file: source.shown, folder: source.folder });
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const found = message("error", "theme-unreadable", error.message);
    return { value: null, messages: [Object.assign(found, { file: source.shown })] };
  }
}

/** A file that can't be read is complained of where it is named. */
function blamed(messages: readonly Message[], source: Source, layers: readonly Layer[]): Message[] {
  const above = layers.at(-1);
  return messages.map((each) =>
    above && each.ruleId === "theme-unreadable"
      ? above.complain(["extends"], "theme-extends", `${each.reason} (${source.shown})`)
      : each,
  );
}

/** What a theme extends: a shipped theme, a file beside it, nothing; or a reason against it. */
function baseOf({ file, folder, value }: Layer): Source | string | null {
  const name = value.extends;
  if (name === undefined) return null;
  const expected = `${shippedThemes().join(", ")}, or a .yaml file beside the theme`;
  if (typeof name !== "string") return `Unexpected value to extend, expected ${expected}`;
  const shipped = shippedSource(name);
  if (shipped) return shipped;
  if (!THEME_FILE.test(name) || folder === null)
    return `Unexpected theme "${name}" to extend, expected ${expected}`;
  const full = path.resolve(folder, name);
  return {
    shown: path.posix.join(path.posix.dirname(file), name),
    folder: path.dirname(full),
    key: full,
    bytes: () => readInside(folder, name, MAX_THEME_BYTES),
  };
}

/** The names of theme files. */
export const THEME_FILE = /\.ya?ml$/i;

function refusal(base: Source, seen: ReadonlySet<string>, depth: number): string | null {
  if (seen.has(base.key)) return `Unexpected circle: ${base.shown} extends this theme`;
  if (depth < MAX_THEME_LAYERS) return null;
  return `Unexpected theme to extend, expected at most ${MAX_THEME_LAYERS} that stand on each other`;
}
