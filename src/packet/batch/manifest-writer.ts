import * as path from "node:path";
import { LineFile, moveFile, writeFile } from "../../files/index.js";
import type { Entry, Header, PacketFile } from "./manifest.js";
import type { Shard } from "./shard.js";

/** Where a batch's manifest stands, and the folder for what is not whole. */
export interface Place {
  file: string;
  workshop: string;
}

const PRIVATE = 0o600;

/**
 * Writes a manifest while its packets are made, row after row. At any moment it is true: what it says to
 * be made is there. It begins with what an earlier run has left; at the end it is as if that had not been.
 */
export class ManifestWriter {
  readonly #log: LineFile;
  /** All rows in their order; null: the log is that, since there was no earlier run. */
  readonly #ordered: { file: string; lines: LineFile } | null;

  constructor(
    private readonly place: Place,
    header: Header & { shard: Shard | null },
    kept: readonly Entry[],
  ) {
    const lines = [header, ...kept].map((line) => `${JSON.stringify(line)}\n`);
    writeFile(place.file, Buffer.from(lines.join("")), { mode: PRIVATE, workshop: place.workshop });
    this.#log = new LineFile(place.file);
    this.#ordered = kept.length > 0 ? orderedFile(place, header) : null;
  }

  /** Says that files will be replaced, before they are. */
  replace(files: readonly Pick<PacketFile, "sha256">[]): void {
    if (files.length > 0) this.#log.add(JSON.stringify({ replaced: files.map((f) => f.sha256) }));
  }

  /** Tells a row. `isNew`: it was made now. */
  add(entry: Entry, isNew: boolean): void {
    if (isNew) this.#log.add(JSON.stringify(entry));
    this.#ordered?.lines.add(JSON.stringify(entry));
  }

  /** Says that all rows are told. */
  end(counts: { made: number; failed: number }): void {
    const lines = this.#ordered?.lines ?? this.#log;
    lines.add(JSON.stringify({ end: true, ...counts }));
    this.close();
    if (this.#ordered) moveFile(this.#ordered.file, this.place.file);
  }

  /** Leaves it as far as it is. */
  close(): void {
    this.#log.close();
    this.#ordered?.lines.close();
  }
}

function orderedFile({ workshop }: Place, header: object) {
  const file = path.join(workshop, "ordered.jsonl");
  const lines = new LineFile(file);
  lines.add(JSON.stringify(header));
  return { file, lines };
}
