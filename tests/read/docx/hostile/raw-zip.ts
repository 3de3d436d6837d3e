import { crc32, deflateRawSync } from "node:zlib";

/** A file of a zip, and the lies that its headers tell of it. */
export interface RawFile {
  name: string;
  data: Uint8Array | string;
  /** Bytes that stand for its packed ones. */
  packedAs?: Uint8Array;
  /** The name in its own header, where that is another. */
  localName?: string;
  /** Fields of the directory. */
  flags?: number;
  method?: number;
  size?: number;
  packed?: number;
  crc?: number;
  at?: number;
  /** Its extra field in the directory. */
  extra?: Uint8Array;
}

/** What the end of the directory says, where that is not so. */
export interface RawEnd {
  count?: number;
  start?: number;
  disk?: number;
  comment?: string;
  /** Bytes between the directory and its end. */
  before?: (directory: { start: number; length: number; count: number }) => Uint8Array;
}

/** Makes a zip that says whatever it is told to (APPNOTE.TXT, 4.3). */
export function rawZip(files: readonly RawFile[], end: RawEnd = {}): Uint8Array {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const file of files) {
    const [header, record] = headersOf(file, at);
    local.push(header);
    central.push(record);
    at += header.length;
  }
  const directory = Buffer.concat(central);
  const place = { start: at, length: directory.length, count: files.length };
  const before = end.before?.(place) ?? new Uint8Array();
  return Buffer.concat([...local, directory, before, endOf(place, end)]);
}

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, (value >> 8) & 0xff]);
const u32 = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);

/** A number of 64 bits. */
export const u64 = (value: bigint): Buffer => Buffer.from(BigUint64Array.of(value).buffer);

/** Numbers of 32 bits, one behind the other. */
export const words = (...values: number[]): Buffer => Buffer.concat(values.map(u32));

/** The extra field of a file whose sizes are told in 64 bits. */
export const extra64 = (...values: bigint[]): Buffer =>
  Buffer.concat([u16(1), u16(values.length * 8), ...values.map(u64)]);

function headersOf(file: RawFile, at: number): [Buffer, Buffer] {
  const data = Buffer.from(file.data);
  const content = file.packedAs ?? (file.method === 0 ? data : deflateRawSync(data));
  const { flags = 0, method = 8, extra = new Uint8Array() } = file;
  const { size = data.length, packed = content.length, crc = crc32(data) } = file;
  const name = Buffer.from(file.name);
  const localName = Buffer.from(file.localName ?? file.name);
  const sizes = [u16(flags), u16(method), u32(0x21_0000), u32(crc), u32(packed), u32(size)];
  const head = [u32(0x04034b50), u16(20), ...sizes, u16(localName.length), u16(0)];
  const lengths = [u16(name.length), u16(extra.length), u16(0), u16(0), u16(0), u32(0)];
  const record = [u32(0x02014b50), u16(20), u16(20), ...sizes, ...lengths, u32(file.at ?? at)];
  return [Buffer.concat([...head, localName, content]), Buffer.concat([...record, name, extra])];
}

const endOf = (place: { start: number; length: number; count: number }, end: RawEnd): Buffer =>
  Buffer.concat([
    u32(0x06054b50),
    u16(end.disk ?? 0),
    u16(end.disk ?? 0),
    u16(end.count ?? place.count),
    u16(end.count ?? place.count),
    u32(place.length),
    u32(end.start ?? place.start),
    u16(end.comment?.length ?? 0),
    Buffer.from(end.comment ?? ""),
  ]);
