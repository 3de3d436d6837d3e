import type { Result } from "../diagnostics.js";
import type { Document } from "../document.js";
import type { Ladder } from "../model/ladder.js";
import type { Resources } from "../resources.js";

/** What a writer is given: the document, the ladder it was composed from, and what it may embed. */
export interface WriteInput {
  document: Document;
  ladder: Ladder;
  resources: Resources;
  /** The post as it came; a PDF carries it. Left out where there is none at hand. */
  source?: Uint8Array | undefined;
}

/**
 * A form of output. The same input gives the same bytes; a word that can't be written is an error
 * among the messages.
 */
export type Writer = (input: WriteInput) => Promise<Result<Uint8Array>>;
