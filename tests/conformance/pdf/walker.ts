import type { Content, Item, Mark, Walk } from "./content.js";
import type { Font } from "./font.js";
import { Cursor, IDENTITY, joined, type Matrix, matrixOf } from "./placing.js";
import { type Operation, operationsOf } from "./tokens.js";
import { asDict, type Dict, Name, Stream, Text, type Value } from "./values.js";

interface State {
  font: Font | undefined;
  mode: number;
  size: number;
  matrix: Matrix;
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

/** Goes through a content stream and those it paints with, and notes what they do. */
export class Walker {
  private state: State = { font: undefined, mode: 0, size: 0, matrix: IDENTITY };
  private readonly saved: State[] = [];
  private readonly cursor = new Cursor();

  constructor(
    private readonly content: Content,
    private readonly walk: Walk,
    private mark: Mark | null,
    /** How deep q nests around it. */
    private readonly around = 0,
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
    else if (operator === "cm") this.state.matrix = joined(this.state.matrix, matrixOf(operands));
    else if (operator === "BMC" || operator === "BDC") this.open(operands);
    else if (operator === "EMC") this.close();
    else this.performMore(operator, operands);
  }

  private performMore(operator: string, operands: Value[]): void {
    const [first] = operands;
    const name = first instanceof Name ? first.text : "";
    this.cursor.perform(operator, operands);
    if (operator === "Tf") this.setFont(name, Number(operands[1]));
    else if (operator === "Tr") this.state.mode = Number(first);
    else if (operator === "Tj" || operator === "'") this.show([operands.at(-1) ?? null]);
    else if (operator === '"') this.show([operands[2] ?? null]);
    else if (operator === "TJ") this.show(Array.isArray(first) ? first : []);
    else if (operator === "cs" || operator === "CS") this.useColour(name);
    else if (operator === "scn" || operator === "SCN") this.usePattern(operands.at(-1) ?? null);
    else if (operator === "sh") this.shade(name);
    else if (operator === "gs") this.useState(asDict(this.resource("ExtGState", name)));
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
    this.content.depth = Math.max(this.content.depth, this.around + this.saved.length);
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

  private setFont(name: string, size: number): void {
    const dict = asDict(this.resource("Font", name));
    this.state.font = dict && this.walk.fontOf(dict);
    this.state.size = size;
  }

  private show(parts: Value[]): void {
    const { font, mode, size, matrix } = this.state;
    if (!font) throw new Error("Text without a font");
    const codes = parts.flatMap((part) => (part instanceof Text ? font.codes(part.bytes) : []));
    const width =
      codes.reduce((sum, code) => sum + font.widthOf(code), 0) -
      parts.reduce<number>((sum, part) => sum + (typeof part === "number" ? part : 0), 0);
    const stretch = this.cursor.advance((width / 1000) * size, size, matrix);
    const shown = { font, codes, mode, stretch };
    this.content.items.push({ kind: "text", mark: this.mark, shown });
  }

  /** What a pattern's colours are is told by the pattern. */
  private useColour(name: string): void {
    if (name === "Pattern") return;
    const isOwn = /^Device(?:Gray|RGB|CMYK)$/.test(name);
    this.addSpace(isOwn ? new Name(name) : this.resource("ColorSpace", name));
  }

  /** The family of a colour space; of an indexed one or a pattern's, that of its base too. */
  private addSpace(space: Value): void {
    const [family, base] = Array.isArray(space) ? space : [space];
    if (!(family instanceof Name)) return;
    if (family.text !== "Pattern") this.content.colours.add(family.text);
    if (/^(?:Indexed|Pattern)$/.test(family.text)) this.addSpace(base ?? null);
  }

  /** A pattern is a shading, or content of its own (8.7). */
  private usePattern(named: Value): void {
    if (!(named instanceof Name)) return;
    const pattern = this.resource("Pattern", named.text);
    if (pattern instanceof Stream) this.descend(pattern, 0);
    else this.addSpace(asDict(pattern)?.dict("Shading")?.get("ColorSpace") ?? null);
  }

  private shade(name: string): void {
    this.add("shading");
    this.addSpace(asDict(this.resource("Shading", name))?.get("ColorSpace") ?? null);
  }

  /** A soft mask is painted by a form (11.6.5.2), in a state of its own. */
  private useState(state: Dict | undefined): void {
    const form = state?.dict("SMask")?.stream("G");
    if (form) this.paintForm(form, 0);
  }

  private paint(object: Value): void {
    if (!(object instanceof Stream)) return;
    if (object.dict.name("Subtype") === "Image") {
      this.content.painted.push(object);
      this.add("image");
      this.addSpace(object.dict.get("ColorSpace"));
      // Do keeps the state as q does (8.10.1).
    } else this.paintForm(object, this.around + this.saved.length + 1);
  }

  private paintForm(form: Stream, depth: number): void {
    this.content.painted.push(form);
    this.addSpace(form.dict.dict("Group")?.get("CS") ?? null);
    this.descend(form, depth);
  }

  private descend(stream: Stream, depth: number): void {
    const walk = { ...this.walk, resources: stream.dict.dict("Resources") };
    new Walker(this.content, walk, this.mark, depth).run(stream.data());
  }

  private resource(kind: string, name: string): Value {
    const value = this.walk.resources?.dict(kind)?.get(name) ?? null;
    if (value === null) this.content.missing.push(`${kind} ${name}`);
    return value;
  }
}
