/** The values of PDF (ISO 32000-1, 7.3), read: the same for objects of the file and operands of content. */
export type Value = null | boolean | number | Name | Text | Ref | Value[] | Dict | Stream;

/** A name, without its slash and its escapes. */
export class Name {
  constructor(readonly text: string) {}
}

/** A string, as its bytes; one written in hexadecimal has its digits too. */
export class Text {
  constructor(
    readonly bytes: Uint8Array,
    readonly digits?: string,
  ) {}

  /** What it says (7.9.2.2): UTF-16 after its mark, else Latin letters. */
  get text(): string {
    const [first, second] = this.bytes;
    if (first === 0xfe && second === 0xff)
      return new TextDecoder("utf-16be").decode(this.bytes.subarray(2));
    return latin(this.bytes);
  }
}

/** A reference to an object. */
export class Ref {
  constructor(
    readonly number: number,
    readonly generation: number,
  ) {}

  toString(): string {
    return `${this.number} ${this.generation} R`;
  }
}

/** Looks a reference up; null where nothing is. */
export type Resolve = (ref: Ref) => Value;

/** A dictionary; `where` names the object that it is in. */
export class Dict {
  constructor(
    readonly entries: ReadonlyMap<string, Value>,
    readonly where: string,
    private readonly resolve: Resolve = () => null,
  ) {}

  /** A value, references followed; null where there is none. */
  get(key: string): Value {
    const value = this.entries.get(key) ?? null;
    return value instanceof Ref ? this.resolve(value) : value;
  }

  has(key: string): boolean {
    return this.get(key) !== null;
  }

  /** A reference as it stands, or undefined. */
  ref(key: string): Ref | undefined {
    const value = this.entries.get(key);
    return value instanceof Ref ? value : undefined;
  }

  /** A dictionary, be it that of a stream. */
  dict(key: string): Dict | undefined {
    return asDict(this.get(key));
  }

  stream(key: string): Stream | undefined {
    const value = this.get(key);
    return value instanceof Stream ? value : undefined;
  }

  name(key: string): string | undefined {
    const value = this.get(key);
    return value instanceof Name ? value.text : undefined;
  }

  text(key: string): string | undefined {
    const value = this.get(key);
    return value instanceof Text ? value.text : undefined;
  }

  number(key: string): number | undefined {
    const value = this.get(key);
    return typeof value === "number" ? value : undefined;
  }

  /** An array, its references followed; a single value counts as an array of one. */
  list(key: string): Value[] {
    const value = this.get(key);
    if (value === null) return [];
    return (Array.isArray(value) ? value : [value]).map((each) =>
      each instanceof Ref ? this.resolve(each) : each,
    );
  }

  /** The same with the references as they stand. */
  rawList(key: string): Value[] {
    const value = this.get(key);
    if (Array.isArray(value)) return value;
    const raw = this.entries.get(key) ?? null;
    return raw === null ? [] : [raw];
  }
}

/** A stream; `data` decodes it, and throws where a filter can't. */
export class Stream {
  constructor(
    readonly dict: Dict,
    readonly raw: Uint8Array,
    readonly data: () => Uint8Array,
  ) {}
}

/** The dictionary that a value is or has. */
export function asDict(value: Value | undefined): Dict | undefined {
  if (value instanceof Dict) return value;
  return value instanceof Stream ? value.dict : undefined;
}

/** Bytes as Latin-1: a character for each byte. */
export const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** All values within a value, itself first; references are not followed. */
export function* within(value: Value): Generator<Value> {
  yield value;
  if (Array.isArray(value)) for (const each of value) yield* within(each);
  if (value instanceof Stream) yield* within(value.dict);
  if (value instanceof Dict) for (const each of value.entries.values()) yield* within(each);
}
