import type { Result } from "../diagnostics.js";
import type { AnyDocument } from "../document.js";
import type { Ladder } from "../model/ladder.js";
import type { Resources } from "../resources.js";

/** How a PDF is protected: who opens it needs the password, and may then do what is permitted. */
export interface Protection {
  password: string;
  permissions: { print: boolean; copy: boolean; edit: boolean };
}

/** What a writer is given: the document, the ladder it was composed from, and what it may embed. */
export interface WriteInput {
  /** What is written. */
  document: AnyDocument;
  /** What it was composed from; JSON is this, and a PDF carries it. */
  ladder: Ladder;
  /** Images, fonts and looks. */
  resources: Resources;
  /** The post as it came; a PDF carries it. Left out where there is none at hand. */
  source?: Uint8Array | undefined;
  /** Left out: a PDF opens without a password. */
  protection?: Protection | undefined;
}

/**
 * A form of output. The same input gives the same bytes; a word that can't be written is an error
 * among the messages.
 */
export type Writer = (input: WriteInput) => Promise<Result<Uint8Array>>;
