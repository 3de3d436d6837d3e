import { Drop, type Filter, Liquid, type Template as Parsed, type Variable } from "liquidjs";
import { type Message, message, type Result } from "../diagnostics.js";
import type { Formats } from "./formats.js";
import { slotOf } from "./slots.js";
import type { Value } from "./values.js";

/** What a template may use: nothing that reads a file, keeps a value, or makes text of markup. */
const TAGS = ["if", "unless", "case", "for", "comment"];

/** How much one text may take: characters of it, milliseconds, things made by loops. */
const LIMITS = { parseLimit: 1_000_000, renderLimit: 2000, memoryLimit: 100_000 };

/** A text with slots where values come, and the values. */
export interface Rendered {
  text: string;
  values: string[];
}

/** A date, an amount or a number in a template: shown as its field says, or as a filter does. */
export class ShownValue extends Drop {
  constructor(
    readonly value: Exclude<Value, { type: "text" | "choice" | "boolean" }>,
    readonly format: string | undefined,
  ) {
    super();
  }

  /** What conditions compare. */
  override valueOf(): number | string {
    const { value } = this;
    if (value.type === "date") return value.date;
    return Number(value.type === "money" ? value.amount : value.number);
  }
}

/** Renders the texts of templates in one locale. */
export class Renderer {
  readonly #engine: Liquid;
  readonly #parsed = new Map<string, Parsed[]>();
  #values: string[] = [];

  constructor(private readonly formats: Formats) {
    this.#engine = new Liquid({
      ...LIMITS,
      strictVariables: true,
      strictFilters: true,
      ownPropertyOnly: true,
      // A value that an optional field does not have is null, and known.
      lenientIf: false,
      relativeReference: false,
      templates: {},
      outputEscape: (value: unknown) => this.#show(value),
    });
    const { tags, filters } = this.#engine;
    for (const name of Object.keys(tags)) if (!TAGS.includes(name)) delete tags[name];
    for (const name of Object.keys(filters)) delete filters[name];
    for (const [name, filter] of Object.entries(this.#filters()))
      this.#engine.registerFilter(name, filter as Filter["handler"]);
  }

  /** The variables that a text asks for from outside; a text that is no Liquid throws. */
  variablesIn(text: string): Variable[] {
    const { globals } = this.#engine.analyzeSync(this.#parse(text));
    return Object.values(globals).flat();
  }

  /** Fills a text. What is wrong with it is told with its place. */
  render(text: string, file: string, scope: object): Result<Rendered | null> {
    this.#values = [];
    try {
      const rendered = this.#engine.renderSync(this.#parse(text), scope) as string;
      return { value: { text: rendered, values: this.#values }, messages: [] };
    } catch (error) {
      return { value: null, messages: [complaint(error, file)] };
    }
  }

  #parse(text: string): Parsed[] {
    const parsed = this.#parsed.get(text) ?? this.#engine.parse(text);
    this.#parsed.set(text, parsed);
    return parsed;
  }

  /** Every value that comes into a text comes through here. */
  #show(value: unknown): string {
    const shown = this.#textOf(value);
    if (shown === null) throw new Error("nothing fills this slot");
    this.#values.push(shown);
    return slotOf(this.#values.length - 1);
  }

  #textOf(value: unknown): string | null {
    if (value instanceof ShownValue) return this.formats.show(value.value, value.format);
    if (typeof value === "boolean") return this.formats.yesNo(value);
    if (typeof value === "number") return String(value);
    if (Array.isArray(value) && value.every((each) => typeof each === "string"))
      return value.length > 0 ? value.join(", ") : null;
    return typeof value === "string" && value !== "" ? value : null;
  }

  #filters() {
    const as =
      (type: Value["type"]) =>
      (value: unknown, format?: unknown): unknown => {
        if (value === null || value === undefined) return value;
        if (!(value instanceof ShownValue) || value.value.type !== type)
          throw new Error(`expected a value of the type ${type}`);
        return new ShownValue(value.value, typeof format === "string" ? format : value.format);
      };
    return {
      date: as("date"),
      money: as("money"),
      number: as("number"),
      default: (value: unknown, other: unknown) => (value === null || value === "" ? other : value),
      join: (value: unknown, between: unknown) =>
        Array.isArray(value) && value.length > 0 ? value.join(String(between ?? ", ")) : value,
    };
  }
}

/** Liquid's complaint as a message: its own words hold names, never values. */
export function complaint(error: unknown, file: string): Message {
  if (!(error instanceof Error)) throw error;
  const { token } = error as { token?: { getPosition(): [number, number] } };
  const [line, column] = token?.getPosition() ?? [1, 1];
  const point = { line, column, offset: 0 };
  const [reason = ""] = error.message.replace(/, (?:file:.*, )?line:\d+, col:\d+/s, "").split("\n");
  const place = { start: point, end: point };
  return Object.assign(message("error", "template-slot", `Unexpected slot: ${reason}`, { place }), {
    file,
  });
}
