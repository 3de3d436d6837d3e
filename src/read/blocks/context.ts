import { type Message, message } from "../../diagnostics.js";
import type { Place } from "../../model/ladder.js";

/** A block that anchors can stand on. */
interface Anchorable {
  anchors?: string[] | undefined;
}

/** What blocks are made with: where complaints go, and the anchors on their way to a block. */
export class BlockContext {
  readonly messages: Message[] = [];
  /** How many tables the reader is inside of. */
  openTables = 0;
  private pending: string[] = [];
  private last: Anchorable | null = null;
  private readonly seen = new Map<string, Place>();

  warn(ruleId: string, reason: string, place: Place, actual?: string): void {
    const options = actual === undefined ? { place } : { place, actual };
    this.messages.push(message("warning", ruleId, reason, options));
  }

  /** Notes an element's id: the next block with text bears it. */
  anchor(id: string | undefined, node: { readonly place: Place }): void {
    const clean = id?.trim().replace(/\s+/g, "-");
    if (!clean) return;
    const { place } = node;
    const first = this.seen.get(clean);
    if (first) {
      const where = `${first.start.line}:${first.start.column}`;
      this.warn(
        "duplicate-id",
        `Unexpected second element with id "${clean}", the first is at ${where}`,
        place,
        clean,
      );
      return;
    }
    this.seen.set(clean, place);
    this.pending.push(clean);
  }

  /** Gives the anchors noted since the last block to this one. */
  land<T extends object>(block: T & Anchorable): T {
    if (this.pending.length > 0) block.anchors = [...(block.anchors ?? []), ...this.pending];
    this.pending = [];
    this.last = block;
    return block;
  }

  /** At the end: anchors behind the last block with text go to it, so that links to them work. */
  finish(): void {
    if (this.last && this.pending.length > 0) this.land(this.last);
  }
}
