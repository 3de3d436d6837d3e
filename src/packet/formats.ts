import { type Messages, messagesFor } from "../messages/index.js";
import type { Value } from "./values.js";

/** How long a date is. */
export const DATE_FORMATS = ["full", "long", "medium", "short"] as const;
type DateFormat = (typeof DATE_FORMATS)[number];

/** How a number is shown. */
export const NUMBER_FORMATS = ["decimal", "integer", "percent"] as const;

/** Values as text, as a locale has it. No time zone of the machine is asked: a date is a day. */
export class Formats {
  readonly words: Messages;
  /** Making one costs a hundred times what it is used for. */
  readonly #dates = new Map<DateFormat, Intl.DateTimeFormat>();

  constructor(private readonly locale: string) {
    this.words = messagesFor(locale);
  }

  /** A date, an amount or a number. */
  show(value: Exclude<Value, { type: "text" | "choice" | "boolean" }>, format?: string): string {
    if (value.type === "date") return this.date(value.date, format);
    if (value.type === "money") return this.#money(value.amount, value.currency);
    return this.#number(value.number, format);
  }

  /** "1 February 2027". */
  date(date: string, format = "long"): string {
    const dateStyle = DATE_FORMATS.find((each) => each === format) ?? ("long" satisfies DateFormat);
    const made =
      this.#dates.get(dateStyle) ??
      new Intl.DateTimeFormat(this.locale, { dateStyle, timeZone: "UTC" });
    this.#dates.set(dateStyle, made);
    return made.format(new Date(`${date}T00:00:00Z`));
  }

  yesNo(value: boolean): string {
    return value ? this.words.yes : this.words.no;
  }

  /** Cents where there are some. The digits are those that were given: nothing is rounded. */
  #money(amount: string, currency: string): string {
    const [, decimals = ""] = amount.split(".");
    const least = Number(decimals) === 0 ? 0 : Math.max(2, decimals.length);
    return this.#exact(amount, {
      style: "currency",
      currency,
      minimumFractionDigits: least,
      maximumFractionDigits: least,
    });
  }

  #number(number: string, format: string | undefined): string {
    const [, decimals = ""] = number.split(".");
    const digits = {
      minimumFractionDigits: decimals.length,
      maximumFractionDigits: decimals.length,
    };
    if (format === "percent")
      return this.#exact(number, { ...digits, style: "unit", unit: "percent" });
    return this.#exact(number, digits);
  }

  /** Intl takes decimals as text, which a number of JavaScript could not hold exactly. */
  #exact(number: string, options: Intl.NumberFormatOptions): string {
    return new Intl.NumberFormat(this.locale, options).format(number as never);
  }
}
