import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create } from "fontkit";

/** A font as a PDF embeds it, read by qpdf and fontkit, which are not ours. */
export interface Embedded {
  name: string;
  /** The codes that pages show. */
  shown: Set<number>;
  /** The text that a code stands for. */
  unicode: Map<number, string>;
  /** Widths by code, in 1/1000 em: what the PDF says, and what the font program says. */
  told: (code: number) => number | undefined;
  drawn: (code: number) => number;
}

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
type Dict = { [key: string]: Value };
interface Item {
  value?: Value;
  stream?: { dict: Dict; data: string };
}

/** The fonts of a PDF. */
export function embeddedFonts(bytes: Uint8Array): Embedded[] {
  const items = itemsOf(bytes);
  const at = (ref: Value | undefined): Item => items[`obj:${ref}`] ?? {};
  const dict = (ref: Value | undefined): Dict =>
    typeof ref === "string" ? ((at(ref).value ?? at(ref).stream?.dict) as Dict) : (ref as Dict);
  const data = (ref: Value | undefined) => Buffer.from(at(ref).stream?.data ?? "", "base64");
  const fonts = new Map<string, Embedded>();
  for (const { value } of Object.values(items)) {
    const page = value as Dict | undefined;
    if (page?.["/Type"] !== "/Page") continue;
    const resources = dict(dict(page["/Resources"])["/Font"]);
    for (const [name, codes] of shownIn(data(page["/Contents"]).toString("latin1"))) {
      const ref = String(resources[name]);
      const font = fonts.get(ref) ?? open(dict(ref), dict, data);
      fonts.set(ref, font);
      for (const code of codes) font.shown.add(code);
    }
  }
  return [...fonts.values()];
}

function open(
  font: Dict,
  dict: (ref: Value | undefined) => Dict,
  data: (ref: Value | undefined) => Buffer,
): Embedded {
  const descendant = dict((font["/DescendantFonts"] as Value[])[0]);
  const descriptor = dict(descendant["/FontDescriptor"]);
  const program = create(data(descriptor["/FontFile2"]));
  const [, widths] = descendant["/W"] as [number, number[]];
  return {
    name: String(font["/BaseFont"]),
    shown: new Set(),
    unicode: unicodeOf(data(font["/ToUnicode"]).toString("latin1")),
    told: (code) => widths[code],
    drawn: (code) => (program.getGlyph(code).advanceWidth * 1000) / program.unitsPerEm,
  };
}

/** The codes of two bytes that each font shows in a page's content. */
function* shownIn(content: string): Generator<[string, number[]]> {
  let font = "";
  for (const [, name, array] of content.matchAll(/(\/\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = name;
    const hex = [...(array ?? "").matchAll(/<(\w*)>/g)].map(([, each]) => each).join("");
    yield [font, (hex.match(/.{4}/g) ?? []).map((each) => Number.parseInt(each, 16))];
  }
}

function unicodeOf(cmap: string): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [, first = "", list = ""] of cmap.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    for (const [index, each] of list.match(/<[^>]*>/g)?.entries() ?? []) {
      const hex = each.replace(/[^0-9a-f]/gi, "");
      const units = Buffer.from(hex, "hex").swap16().toString("utf16le");
      texts.set(Number.parseInt(first, 16) + index, units);
    }
  return texts;
}

function itemsOf(bytes: Uint8Array): Record<string, Item> {
  const folder = mkdtempSync(join(tmpdir(), "rungbook-"));
  try {
    writeFileSync(join(folder, "a.pdf"), bytes);
    const options = ["--json=2", "--json-stream-data=inline", "--decode-level=generalized"];
    const json = execFileSync("qpdf", [...options, join(folder, "a.pdf")], { maxBuffer: 2 ** 28 });
    return JSON.parse(json.toString()).qpdf[1];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
