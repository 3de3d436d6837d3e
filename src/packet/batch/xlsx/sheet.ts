import { MAX_ROW_BYTES, MAX_SHEET_BYTES } from "../../../limits.js";
import { BatchError, type BatchFile } from "../row.js";
import { columnIn, type RawCell } from "./cell.js";
import type { Parts } from "./parts.js";
import { type Listener, listen } from "./xml.js";

/** A row of a sheet. */
export interface RawRow {
  /** From 1, as the sheet shows it. */
  number: number;
  cells: RawCell[];
}

/** Excel's own limit. */
const MAX_COLUMNS = 16_384;

/** The rows of a sheet, while it is unpacked. */
export async function* sheetRows(
  parts: Parts,
  path: string,
  file: BatchFile,
): AsyncGenerator<RawRow> {
  const rows = new SheetListener();
  let since = 0;
  for await (const length of listen(await parts.stream(path, MAX_SHEET_BYTES), rows, file)) {
    const ready = rows.take();
    since = ready.length > 0 ? 0 : since + length;
    if (since > MAX_ROW_BYTES) {
      const reason = `Unexpected row of more than ${MAX_ROW_BYTES} bytes`;
      throw new BatchError(file.shown, "long-row", reason);
    }
    yield* ready;
    if (rows.ended) return;
  }
}

/** Makes rows of a sheet's XML (ECMA-376 part 1, 18.3.1). */
class SheetListener implements Listener {
  ended = false;
  #ready: RawRow[] = [];
  #row: RawRow = { number: 0, cells: [] };
  #cell: RawCell | null = null;
  #part: "value" | "inline" | null = null;
  #inReading = false;

  take(): RawRow[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "row") {
      this.#row = { number: Number(attributes.r) || this.#row.number + 1, cells: [] };
    } else if (name === "c") this.#begin(attributes);
    else if (name === "v") this.#part = "value";
    else if (name === "t") this.#part = "inline";
    else if (name === "rPh") this.#inReading = true;
  }

  text(text: string): void {
    if (this.#cell && this.#part && !this.#inReading) this.#cell[this.#part] += text;
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.#part = null;
    else if (name === "rPh") this.#inReading = false;
    else if (name === "c") this.#end();
    else if (name === "row") this.#ready.push(this.#row);
    else if (name === "sheetData") this.ended = true;
  }

  #begin({ r = "", t = "n", s = "0" }: Readonly<Record<string, string>>): void {
    const column = columnIn(r) ?? (this.#row.cells.at(-1)?.column ?? -1) + 1;
    this.#cell = { column, type: t, style: Number(s), value: "", inline: "" };
  }

  #end(): void {
    if (this.#cell && this.#cell.column < MAX_COLUMNS) this.#row.cells.push(this.#cell);
    this.#cell = null;
  }
}
