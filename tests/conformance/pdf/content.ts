import type { Font } from "./font.js";
import { type Operation, operationsOf } from "./tokens.js";
import { asDict, type Dict, Name, Stream, Text, type Value } from "./values.js";

/** A marked-content sequence that is open (ISO 32000-1, 14.6). */
export interface Mark {
  tag: string;
  properties: Dict | undefined;
  mcid: number | undefined;
  parent: Mark | null;
}

/** What content paints, with the marks it stands in. */
export interface Item {
  kind: "text" | "path" | "image" | "inline image" | "shading";
  mark: Mark | null;
  /** Of text: the codes shown, in which font and rendering mode. */
  shown?: { font: Font; codes: number[]; mode: number };
}

/** All that walking a page's content tells. */
export interface Content {
  items: Item[];
  marks: Mark[];
  operations: Operation[];
  /** The names of colour spaces and patterns used, device ones by their names. */
  colours: Set<string>;
  /** How deep q nests. */
  depth: number;
  /** Names used and not in the resources, as "Font F9". */
  missing: string[];
  /** The XObjects painted, form or image. */
  painted: Stream[];
  /** What is wrong with the stream itself. */
  problem: string | undefined;
}

interface State {
  font: Font | undefined;
  mode: number;
}

/** How a page's content is walked: its fonts come from the file, read once each. */
export interface Walk {
  resources: Dict | undefined;
  fontOf(dict: Dict): Font;
}

const PAINTS = new Set("S s f F f* B B* b b*".split(" "));
const DEVICE: Record<string, string> = {
  g: "DeviceGray",
  G: "DeviceGray",
  rg: "DeviceRGB",
  RG: "DeviceRGB",
  k: "DeviceCMYK",
  K: "DeviceCMYK",
};

/** Walks a content stream and the forms it paints. */
export function walkContent(bytes: Uint8Array, walk: Walk): Content {
  const content: Content = {
    items: [],
    marks: [],
    operations: [],
    colours: new Set(),
    depth: 0,
    missing: [],
    painted: [],
    problem: undefined,
  };
  try {
    new Walker(content, walk, null).run(bytes);
  } catch (error) {
    content.problem = String(error);
  }
  return content;
}

class Walker {
  private state: State = { font: undefined, mode: 0 };
  private readonly saved: State[] = [];

  constructor(
    private readonly content: Content,
    private readonly walk: Walk,
    private mark: Mark | null,
  ) {}

  run(bytes: Uint8Array): void {
    const outer = this.mark;
    for (const operation of operationsOf(bytes)) {
      this.content.operations.push(operation);
      this.perform(operation);
    }
    if (this.mark !== outer) throw new Error("A marked-content sequence without its end");
    if (this.saved.length > 0) throw new Error("A q without its Q");
  }

  private perform({ operator, operands }: Operation): void {
    const device = DEVICE[operator];
    if (device) this.content.colours.add(device);
    else if (PAINTS.has(operator)) this.add("path");
    else if (operator === "q" || operator === "Q") this.save(operator);
    else if (operator === "BMC" || operator === "BDC") this.open(operands);
    else if (operator === "EMC") this.close();
    else this.performMore(operator, operands);
  }

  private performMore(operator: string, operands: Value[]): void {
    const [first] = operands;
    const name = first instanceof Name ? first.text : "";
    if (operator === "Tf") this.setFont(name);
    else if (operator === "Tr") this.state.mode = Number(first);
    else if (operator === "Tj" || operator === "'") this.show([operands.at(-1) ?? null]);
    else if (operator === '"') this.show([operands[2] ?? null]);
    else if (operator === "TJ") this.show(Array.isArray(first) ? first : []);
    else if (operator === "cs" || operator === "CS") this.useColour(name);
    else if (operator === "sh") this.add("shading");
    else if (operator === "gs") this.resource("ExtGState", name);
    else if (operator === "BI") this.add("inline image");
    else if (operator === "Do") this.paint(this.resource("XObject", name));
  }

  private save(operator: string): void {
    if (operator === "q") this.saved.push({ ...this.state });
    else {
      const state = this.saved.pop();
      if (!state) throw new Error("A Q without its q");
      this.state = state;
    }
    this.content.depth = Math.max(this.content.depth, this.saved.length);
  }

  private open([tag, list]: Value[]): void {
    const properties =
      list instanceof Name ? asDict(this.resource("Properties", list.text)) : asDict(list);
    this.mark = {
      tag: tag instanceof Name ? tag.text : "",
      properties,
      mcid: properties?.number("MCID"),
      parent: this.mark,
    };
    this.content.marks.push(this.mark);
  }

  private close(): void {
    if (!this.mark) throw new Error("An EMC without its beginning");
    this.mark = this.mark.parent;
  }

  private add(kind: Item["kind"]): void {
    this.content.items.push({ kind, mark: this.mark });
  }

  private setFont(name: string): void {
    const dict = asDict(this.resource("Font", name));
    this.state.font = dict && this.walk.fontOf(dict);
  }

  private show(parts: Value[]): void {
    const { font, mode } = this.state;
    if (!font) throw new Error("Text without a font");
    const codes = parts.flatMap((part) => (part instanceof Text ? font.codes(part.bytes) : []));
    this.content.items.push({ kind: "text", mark: this.mark, shown: { font, codes, mode } });
  }

  private useColour(name: string): void {
    const isOwn = /^(?:Device(?:Gray|RGB|CMYK)|Pattern)$/.test(name);
    this.addSpace(isOwn ? new Name(name) : this.resource("ColorSpace", name));
  }

  /** The family of a colour space; of an indexed one, that of its base too. */
  private addSpace(space: Value): void {
    const [family, base] = Array.isArray(space) ? space : [space];
    if (family instanceof Name) this.content.colours.add(family.text);
    if (family instanceof Name && family.text === "Indexed") this.addSpace(base ?? null);
  }

  private paint(object: Value): void {
    if (!(object instanceof Stream)) return;
    this.content.painted.push(object);
    if (object.dict.name("Subtype") === "Image") {
      this.add("image");
      this.addSpace(object.dict.get("ColorSpace"));
    } else {
      const resources = object.dict.dict("Resources");
      new Walker(this.content, { ...this.walk, resources }, this.mark).run(object.data());
    }
  }

  private resource(kind: string, name: string): Value {
    const value = this.walk.resources?.dict(kind)?.get(name) ?? null;
    if (value === null) this.content.missing.push(`${kind} ${name}`);
    return value;
  }
}

/** The marks that an item or a mark stands in, from the inside out. */
export function* marksAround(mark: Mark | null): Generator<Mark> {
  for (let each = mark; each; each = each.parent) yield each;
}
