import type { Pdf } from "../pdf/open.js";

/** What a rule found: what is wrong, and where. */
export interface Place {
  message: string;
  where: string;
}

/** A rule that a file keeps or breaks. */
export interface Rule {
  says: string;
  /** The same condition in the other standard, by its clause and test. */
  also?: string;
  /** The failure condition of the Matterhorn Protocol 1.1. */
  matterhorn?: string;
  check(pdf: Pdf): Iterable<Place>;
}

/**
 * Rules by their ids: "UA" or "A" with the clause and the number of the test that veraPDF's profiles have
 * (PDF/UA-1: ISO 14289-1:2014; PDF/A-3a: ISO 19005-3:2012); "own" for what neither profile tests and the
 * standards or good sense still ask.
 */
export const rules = <const Rules extends Record<string, Rule>>(each: Rules): Rules => each;

/** One place, or none. */
export const unless = (holds: boolean, message: string, where: string): Place[] =>
  holds ? [] : [{ message, where }];
