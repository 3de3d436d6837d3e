import type { Message } from "../diagnostics.js";
import { FileError, readInside, readPackageFile } from "../files/index.js";
import { MAX_FONT_BYTES } from "../limits.js";
import { type Layer, layerOf, type Path } from "./layer.js";
import type { ThemeFile } from "./schema.js";
import type { FontSource, Theme } from "./theme.js";

/** A theme's fonts, those beside it read; a message for each that can't be used. */
export async function loadFonts(
  { text, display, code }: ThemeFile["fonts"],
  layers: readonly Layer[],
): Promise<{ value: Theme["fonts"]; messages: Message[] }> {
  const messages: Message[] = [];
  const known = new Map<string, Promise<FontSource>>();
  const load = async (source: string, ...path: string[]): Promise<FontSource> => {
    const layer = layerOf(layers, ["fonts", ...path]);
    const key = `${layer.file} ${source}`;
    const loading = known.get(key) ?? loadFont(source, layer);
    known.set(key, loading);
    try {
      return await loading;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      messages.push(unusable(source, error.message, layer, ["fonts", ...path]));
      return source;
    }
  };
  const value = {
    text: {
      regular: await load(text.regular, "text", "regular"),
      italic: await load(text.italic, "text", "italic"),
      bold: await load(text.bold, "text", "bold"),
      boldItalic: await load(text.boldItalic, "text", "boldItalic"),
    },
    display: {
      regular: await load(display.regular, "display", "regular"),
      italic: await load(display.italic, "display", "italic"),
    },
    code: await load(code, "code"),
  };
  return { value, messages };
}

function unusable(source: string, why: string, layer: Layer, path: Path): Message {
  const reason = `Unexpected font "${source}", expected a TTF or OTF file with all of ASCII (${why})`;
  return layer.complain(path, "theme-font", reason, { actual: source });
}

/** What ships with this package is known to be good: looking costs a tenth of a second. */
async function loadFont(source: string, layer: Layer): Promise<FontSource> {
  if (layer.folder === null) return source;
  const beside = source.startsWith("./");
  const bytes = beside ? readInside(layer.folder, source, MAX_FONT_BYTES) : readPackageFile(source);
  if (!bytes) throw new FileError("No such file in the installed packages");
  const lacking = await lackOf(bytes);
  if (lacking) throw new FileError(lacking);
  return beside ? Uint8Array.from(bytes) : source;
}

const SIGNATURES = ["\0\u0001\0\0", "OTTO", "true"];

async function lackOf(bytes: Uint8Array): Promise<string | null> {
  const signature = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  if (!SIGNATURES.includes(signature)) return "it is neither TTF nor OTF";
  const { create } = await import("#fontkit");
  try {
    const font = create(bytes);
    if (!isWhole(font, bytes)) return "it is broken";
    const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => index + 0x20);
    const missing = ascii.find((point) => !font.hasGlyphForCodePoint(point));
    if (missing !== undefined) return `it lacks "${String.fromCodePoint(missing)}"`;
    font.layout("ready");
    return null;
  } catch {
    return "it is broken";
  }
}

type Opened = ReturnType<typeof import("#fontkit")["create"]>;

/** Tables that writers read without asking for them first (OpenType 1.9, "Required tables"). */
const REQUIRED = ["head", "hhea", "hmtx", "maxp", "cmap", "post"];

/** False where tables are lacking or end outside the file; fontkit looks at each only when it needs it. */
function isWhole({ directory, unitsPerEm }: Opened, bytes: Uint8Array): boolean {
  const { tables } = directory;
  const inside = Object.values(tables).every(
    ({ offset, length }) => offset + length <= bytes.length,
  );
  // OpenType 1.9, "head": from 16 to 16384.
  const hasScale = unitsPerEm >= 16 && unitsPerEm <= 16_384;
  return inside && hasScale && REQUIRED.every((tag) => tag in tables);
}
