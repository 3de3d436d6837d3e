import type { Readable } from "node:stream";
import { type Entry, open, type ZipFile } from "yauzl";
import { MAX_SHEET_BYTES, MAX_SHEET_RATIO } from "../../../limits.js";
import { BatchError, type BatchFile } from "../row.js";

const MAX_ENTRIES = 10_000;
const RATIO_FROM_BYTES = 10 * 1024 * 1024;

/** The parts of a workbook; nothing is unpacked before it is asked for. */
export interface Parts {
  has(name: string): boolean;
  /** The bytes of a part of at most `limit` bytes. Throws a BatchError. */
  stream(name: string, limit: number): Promise<Readable>;
  close(): void;
}

/** Opens a workbook. Throws a BatchError where it is none. */
export async function openParts(file: BatchFile): Promise<Parts> {
  const zip = await openZip(file);
  try {
    const entries = await entriesOf(zip, file);
    return {
      has: (name) => entries.has(name),
      stream: (name, limit) => streamOf(zip, entries.get(name), limit, file),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Why a workbook is not read. */
export const notXlsx = ({ shown }: BatchFile, what: string): BatchError =>
  new BatchError(shown, "not-xlsx", `Unexpected ${what}, expected a workbook (.xlsx)`);

function openZip(file: BatchFile): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true };
  return new Promise((resolve, reject) => {
    open(file.path, options, (error, zip) => {
      if (error) reject(notXlsx(file, "file"));
      else resolve(zip);
    });
  });
}

async function entriesOf(zip: ZipFile, file: BatchFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > MAX_ENTRIES) throw notXlsx(file, `number of parts (${zip.entryCount})`);
  await new Promise<void>((resolve, reject) => {
    zip.on("error", () => reject(notXlsx(file, "directory of the zip")));
    zip.on("end", resolve);
    zip.on("entry", (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return entries;
}

function streamOf(
  zip: ZipFile,
  entry: Entry | undefined,
  limit: number,
  file: BatchFile,
): Promise<Readable> {
  if (!entry) throw notXlsx(file, "missing part");
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (entry.isEncrypted()) throw notXlsx(file, "password");
  const isBomb = size > RATIO_FROM_BYTES && size > packed * MAX_SHEET_RATIO;
  if (size > Math.min(limit, MAX_SHEET_BYTES) || isBomb) {
    throw new BatchError(file.shown, "too-large", "Unexpected size when unpacked; it is not");
  }
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(notXlsx(file, "part"));
      else resolve(stream);
    });
  });
}
