import { Dict, latin, Name, Text, type Value } from "./values.js";

/** An operator of a content stream with the operands before it (ISO 32000-1, 7.8.2). */
export interface Operation {
  operator: string;
  operands: Value[];
}

const SPACE = /[\0\t\n\f\r ]/;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]/;
const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Reads a content stream. Throws at what is none. */
export function* operationsOf(bytes: Uint8Array): Generator<Operation> {
  const reader = new Reader(latin(bytes));
  let operands: Value[] = [];
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (!(token instanceof Operator)) operands.push(token);
    else {
      if (token.text === "BI") operands = [reader.inlineImage()];
      yield { operator: token.text, operands };
      operands = [];
    }
  }
  if (operands.length > 0) throw new Error("Operands without an operator end a content stream");
}

class Operator {
  constructor(readonly text: string) {}
}

class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  next(): Value | Operator | undefined {
    this.skipSpace();
    const char = this.source[this.at];
    if (char === undefined) return undefined;
    if (char === "/") return this.name();
    if (char === "(") return this.literal();
    if (char === "[") return this.array();
    if (char === "<") return this.source[this.at + 1] === "<" ? this.dict() : this.hex();
    return this.word();
  }

  /** The dictionary between BI and ID, and past EI (8.9.7). */
  inlineImage(): Dict {
    const entries = this.entriesUntil((each) => each instanceof Operator && each.text === "ID");
    const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
    end.lastIndex = this.at;
    if (!end.exec(this.source)) throw new Error("An inline image without its end");
    this.at = end.lastIndex;
    return new Dict(entries, "inline image");
  }

  private skipSpace(): void {
    for (;;) {
      while (SPACE.test(this.source[this.at] ?? "x")) this.at++;
      if (this.source[this.at] !== "%") return;
      while (!/[\r\n]/.test(this.source[this.at] ?? "\n")) this.at++;
    }
  }

  private name(): Name {
    const text = this.regular(this.at + 1);
    return new Name(
      text.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }

  /** The regular characters from here on; goes past them. */
  private regular(from: number): string {
    this.at = from;
    while (REGULAR.test(this.source[this.at] ?? " ")) this.at++;
    return this.source.slice(from, this.at);
  }

  private word(): Value | Operator {
    const word = this.regular(this.at);
    if (word === "") throw new Error(`Unexpected "${this.source[this.at]}" in a content stream`);
    if (/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : new Operator(word);
  }

  private array(): Value[] {
    const items: Value[] = [];
    this.at++;
    for (;;) {
      this.skipSpace();
      if (this.source[this.at] === "]") break;
      items.push(this.operand());
    }
    this.at++;
    return items;
  }

  private operand(): Value {
    const token = this.next();
    if (token === undefined || token instanceof Operator)
      throw new Error(`Unexpected ${token?.text ?? "end"}, expected an operand`);
    return token;
  }

  private dict(): Dict {
    this.at += 2;
    const entries = this.entriesUntil(() => false);
    return new Dict(entries, "property list");
  }

  private entriesUntil(isEnd: (token: unknown) => boolean): Map<string, Value> {
    const entries = new Map<string, Value>();
    for (;;) {
      this.skipSpace();
      if (this.source.startsWith(">>", this.at)) {
        this.at += 2;
        return entries;
      }
      const key = this.next();
      if (isEnd(key)) return entries;
      if (!(key instanceof Name)) throw new Error("Unexpected key of a dictionary");
      entries.set(key.text, this.operand());
    }
  }

  private hex(): Text {
    const end = this.source.indexOf(">", this.at);
    if (end < 0) throw new Error("A hexadecimal string without its end");
    const digits = this.source.slice(this.at + 1, end).replace(/[\0\t\n\f\r ]/g, "");
    this.at = end + 1;
    return new Text(Buffer.from(digits.length % 2 ? `${digits}0` : digits, "hex"), digits);
  }

  private literal(): Text {
    let text = "";
    let depth = 1;
    for (this.at++; ; this.at++) {
      const char = this.source[this.at];
      if (char === undefined) throw new Error("A string without its end");
      if (char === "(") depth++;
      if (char === ")" && --depth === 0) break;
      text += char === "\\" ? this.escape() : char;
    }
    this.at++;
    return new Text(Buffer.from(text, "latin1"));
  }

  private escape(): string {
    const octal = /[0-7]{1,3}/y;
    octal.lastIndex = this.at + 1;
    const digits = octal.exec(this.source)?.[0];
    this.at += digits?.length ?? 1;
    if (digits) return String.fromCharCode(Number.parseInt(digits, 8) % 256);
    const char = this.source[this.at] ?? "";
    return char === "\n" || char === "\r" ? "" : (ESCAPES[char] ?? char);
  }
}
