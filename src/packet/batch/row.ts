import { type Message, message } from "../../diagnostics.js";

/** A value of a row, and where it stands: "candidates.csv:12:5: row 12, candidate.name". */
export interface Cell {
  value: unknown;
  place: string;
}

/** A candidate of a batch, as it stands in its file. */
export interface Row {
  /** As its user counts: of a table that of the line of cells, where the head is 1; else from 1. */
  number: number;
  /** "candidates.csv:12:1: row 12". */
  place: string;
  /** By the names of their fields; an empty cell is none. */
  cells: ReadonlyMap<string, Cell>;
  /** What is wrong with the row as such; then it fails. */
  problems: Message[];
}

/** A file of candidates. */
export interface BatchFile {
  path: string;
  /** As messages name it. */
  shown: string;
  /** The names that a column may have. */
  names: readonly string[];
}

/** A batch of which nothing can be made; the message is a reason for people, without a value. */
export class BatchError extends Error {
  constructor(
    /** "candidates.csv:1:7". */
    readonly place: string,
    readonly ruleId: string,
    reason: string,
  ) {
    super(reason);
  }
}

/** What is wrong at a place of a batch. */
export const problemAt = (place: string, ruleId: string, reason: string): Message =>
  Object.assign(message("error", ruleId, reason), { file: place });
