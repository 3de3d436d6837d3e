import { type ParsedTokenInfo, TokenParser, TokenType } from "@streamparser/json";

/** A value of an object, by its path, and where it begins: bytes from the start of the text. */
export interface JsonCell {
  name: string;
  value: unknown;
  offset: number;
}

/** An element of the list, or a text of its own. */
export interface JsonRow {
  offset: number;
  /** False: it is no object. */
  isObject: boolean;
  cells: JsonCell[];
}

/** An object or a list that has begun. */
interface Open {
  list: boolean;
  /** The name of the value that follows; null: a name follows. */
  key: string | null;
}

const OPENING = new Set([TokenType.LEFT_BRACE, TokenType.LEFT_BRACKET]);
const CLOSING = new Set([TokenType.RIGHT_BRACE, TokenType.RIGHT_BRACKET]);
const PUNCTUATION = new Set([TokenType.COLON, TokenType.COMMA, TokenType.SEPARATOR]);

/** Makes rows of the tokens of JSON: objects that stand `depth` lists deep. Throws where it is none. */
export class JsonRows {
  /** The rows that are whole; whoever reads them takes them away. */
  readonly rows: JsonRow[] = [];
  /** How many there were. */
  count = 0;
  /** True where the text ended with all that it began. */
  whole = false;
  readonly #open: Open[] = [];
  readonly #grammar = new TokenParser({ paths: ["$.none"], keepStack: false });
  #row: JsonRow | null = null;

  constructor(private readonly depth: 0 | 1) {
    this.#grammar.onValue = () => {};
  }

  add(token: ParsedTokenInfo): void {
    this.#grammar.write(token);
    const { token: type } = token;
    if (CLOSING.has(type)) this.#close();
    else if (!PUNCTUATION.has(type)) this.#begin(token);
    else if (type === TokenType.COMMA) this.#next();
    this.whole = this.#open.length === 0;
  }

  #begin({ token: type, value, offset }: ParsedTokenInfo): void {
    const inside = this.#open.at(-1);
    if (inside && !inside.list && inside.key === null) {
      inside.key = String(value);
      return;
    }
    const list = type === TokenType.LEFT_BRACKET;
    if (this.#open.length < this.depth && !list) throw new NotAList(offset);
    if (this.#open.length === this.depth) this.#row = startOf(type, offset);
    else if (this.#row && type !== TokenType.LEFT_BRACE) this.#cell(list ? [] : value, offset);
    if (OPENING.has(type)) this.#open.push({ list, key: null });
    else this.#end();
  }

  /** What stands in a list is none of ours: a field has one value. */
  #cell(value: unknown, offset: number): void {
    const within = this.#open.slice(this.depth);
    if (within.some((each) => each.list)) return;
    this.#row?.cells.push({ name: within.map(({ key }) => key).join("."), value, offset });
  }

  #next(): void {
    const inside = this.#open.at(-1);
    if (inside) inside.key = null;
  }

  #close(): void {
    this.#open.pop();
    this.#end();
  }

  #end(): void {
    if (this.#open.length !== this.depth || !this.#row) return;
    this.rows.push(this.#row);
    this.count++;
    this.#row = null;
  }
}

const startOf = (type: TokenType, offset: number): JsonRow => ({
  offset,
  isObject: type === TokenType.LEFT_BRACE,
  cells: [],
});

/** JSON that is no list. */
export class NotAList extends Error {
  constructor(readonly offset: number) {
    super("no list");
  }
}
