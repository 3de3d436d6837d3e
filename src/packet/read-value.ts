import { MAX_VALUE_LENGTH } from "../limits.js";
import { unshowable } from "./showable.js";
import type { Field } from "./template.js";
import type { Value } from "./values.js";
import { WrittenNumber } from "./written-number.js";

/** Reads a raw value as its field's type has it; else what was expected of it ("expected a date…"). */
export const readValue = (value: unknown, field: Field): Value | string =>
  READERS[field.type](value, field);

type Reader = (value: unknown, field: Field) => Value | string;

const READERS: Record<Field["type"], Reader> = {
  text: (value) => {
    if (typeof value !== "string") return "expected text (in quotes, where it is a number)";
    const wrong = unshowable(value);
    if (wrong !== null) return wrong;
    const length = [...value].length;
    if (length > MAX_VALUE_LENGTH) return `expected at most ${MAX_VALUE_LENGTH} characters`;
    return { type: "text", text: value.replaceAll("\r\n", "\n") };
  },
  choice: (value, { choices = [] }) =>
    typeof value === "string" && choices.includes(value)
      ? { type: "choice", text: value }
      : `expected one of ${choices.map((each) => `"${each}"`).join(", ")}`,
  date: (value) => {
    const text = value instanceof Date ? isoOf(value) : value;
    return typeof text === "string" && isDay(text)
      ? { type: "date", date: text }
      : "expected a date such as 2027-02-01";
  },
  money: (value, { format }) => readMoney(value, format),
  number: (value) => {
    const text = decimalOf(value);
    return text !== null
      ? { type: "number", number: text }
      : "expected a number such as 12 or 12.5";
  },
  boolean: (value) => {
    if (typeof value === "boolean") return { type: "boolean", value };
    const found = typeof value === "string" ? BOOLEANS[value.toLowerCase()] : undefined;
    return found === undefined ? "expected true or false" : { type: "boolean", value: found };
  },
};

const BOOLEANS: Readonly<Record<string, boolean>> = Object.assign(Object.create(null), {
  true: true,
  yes: true,
  false: false,
  no: false,
});

const isoOf = (date: Date): string | null =>
  Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);

/** A day that there is, of the years 1 to 9999. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith("0000")) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return isoOf(date) === text;
}

const DECIMAL = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/;

/** What a number is written as; anything else as it is. */
function writtenOf(value: unknown): unknown {
  if (value instanceof WrittenNumber) return value.digits;
  return typeof value === "number" ? String(value) : value;
}

function decimalOf(value: unknown): string | null {
  const text = writtenOf(value);
  return typeof text === "string" && DECIMAL.test(text) ? text : null;
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));
const MONEY = /^(?:([A-Z]{3}) )?(\S+?)(?: ([A-Z]{3}))?$/;

/** "85000 EUR", "EUR 85000.50"; "85000" where the field has a currency. Grouping could mean either: it is refused. */
function readMoney(value: unknown, currency: string | undefined): Value | string {
  const text = writtenOf(value);
  const example = `expected an amount such as ${currency ? "85000 or " : ""}"85000.50 EUR"`;
  const found = typeof text === "string" ? MONEY.exec(text) : null;
  if (!found) return example;
  const [, before, number = "", after] = found;
  if (before && after) return example;
  const told = before ?? after ?? currency;
  const amount = decimalOf(number);
  if (amount === null) return `${example}, without separators of thousands`;
  if (told === undefined) return `${example}, with its currency`;
  return CURRENCIES.has(told)
    ? { type: "money", amount, currency: told }
    : `${example}, with a currency of ISO 4217`;
}
