import { message } from "../../diagnostics.js";
import { FileError, saveFile } from "../../files/index.js";
import { type Made, makePacket, type Order, type Shared } from "../make.js";
import { sha256 } from "./hash.js";
import type { PacketFile } from "./manifest.js";
import { dataOf, type MessageData } from "./message-data.js";

/** A packet to be made, and where its files go. */
export interface Task {
  order: Order;
  /** The path of its files, without ending. */
  path: string;
  /** The folder for what is not whole. */
  workshop: string;
}

/** What became of it. */
export type Answer =
  | { files: PacketFile[]; messages: MessageData[] }
  /** It is not made, since its values or its level do not do. */
  | { files: null; messages: MessageData[] }
  /** Its files can't be written: no more can be made. */
  | { unwritable: string };

/** Nobody but its owner has a business with a packet. */
const PRIVATE = 0o600;

/** Makes a packet and writes its files. */
export async function cook({ order, path, workshop }: Task, shared: Shared): Promise<Answer> {
  const { value, messages } = await makeSafely(order, shared);
  const told = messages.map(dataOf);
  if (!value || messages.some(({ fatal }) => fatal === true))
    return { files: null, messages: told };
  try {
    for (const { format, bytes } of value) {
      await saveFile(`${path}.${format}`, bytes, { mode: PRIVATE, workshop });
    }
    return { files: value.map(fileOf), messages: told };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { unwritable: error.message };
  }
}

const fileOf = ({ format, bytes }: Made): PacketFile => ({
  format,
  sha256: sha256(bytes),
  bytes: bytes.length,
});

/** What nobody expected fails this row alone, and is told without its words: values may be in them. */
async function makeSafely(order: Order, shared: Shared) {
  try {
    return await makePacket(order, shared);
  } catch (error) {
    const kind = error instanceof Error ? error.name : "error";
    const reason = `Unexpected ${kind} inside of the program, no packet is made`;
    return { value: null, messages: [message("error", "internal-error", reason)] };
  }
}
