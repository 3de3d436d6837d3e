import * as path from "node:path";
import { compose } from "../../compose/handbook.js";
import { type Message, message } from "../../diagnostics.js";
import type { Document } from "../../document.js";
import { FileError, kindOf, readFile } from "../../files/index.js";
import type { FileReport, FileState, Finding } from "../../report/report.js";
import type { Format } from "../../write/index.js";
import type { Context } from "../command.js";
import { failure } from "../findings.js";
import { sizeLimit } from "../posts/size-limit.js";
import type { Rendering } from "../work/renderings.js";
import { driftFindings } from "./drift.js";
import { shownFindings } from "./shown.js";

/** What a rendering is of. */
interface Of {
  /** The post's path. */
  post: string;
  /** What the rendering should show. */
  document: Document;
}

/** What became of a rendering in the folder, beside what it should be. */
type Verdict = Pick<FileReport, "state" | "findings">;

/** Compares the file of a rendering with what it should be. */
export async function compare(wanted: Rendering, of: Of, context: Context): Promise<FileReport> {
  const { format, path: name, bytes } = wanted;
  const { state, findings } = await verdict(wanted, of, context);
  return { path: name, post: of.post, format, state, bytes: bytes.length, ms: null, findings };
}

async function verdict(wanted: Rendering, of: Of, context: Context): Promise<Verdict> {
  const { path: name } = wanted;
  const file = path.resolve(context.cwd, name);
  try {
    if (kindOf(file) === null) return { state: "missing", findings: [missing(name)] };
    return await compareBytes(wanted, of, readFile(file, sizeLimit(file)), context);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { state: "unreadable", findings: [failure(name, "unreadable", error.message)] };
  }
}

const missing = (file: string): Finding => ({
  file,
  message: message("error", "missing", 'No such file, expected one by "rungbook build"'),
});

async function compareBytes(
  wanted: Rendering,
  of: Of,
  bytes: Uint8Array,
  context: Context,
): Promise<Verdict> {
  const { path: file, format } = wanted;
  const found = unixLines(bytes, format);
  if (unixLines(wanted.bytes, format).equals(found)) return { state: "up to date", findings: [] };
  // Loaded here: mostly there is no difference, and readers are dear to load.
  const { readRendering } = await import("../../read/index.js");
  const { value, messages } = await readRendering(found, format);
  const document = value?.document ?? (value?.ladder && compose(value.ladder));
  if (!document) return { state: "unreadable", findings: [corrupt(file, messages)] };
  const { diffDocuments } = await import("../../diff/drift.js");
  const drifts = driftFindings(diffDocuments(document, of.document), file, of.post);
  // Reading pages costs as much as a build: one of an older post is told by the ladder it carries.
  const isSame = drifts.length === 0 && format === "pdf";
  const shown = isSame ? await shownFindings(bytes, of, file, context) : [];
  const told = [...drifts, ...shown];
  const isTold = told.some(({ message }) => message.fatal === true);
  return {
    state: "stale" satisfies FileState,
    findings: isTold ? told : [otherBytes(file), ...told],
  };
}

/** Git may change the line ends of text files: that is no drift. */
function unixLines(bytes: Uint8Array, format: Format): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isText = format === "md" || format === "json";
  if (!isText || !buffer.includes("\r\n")) return buffer;
  return Buffer.from(buffer.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}

function corrupt(file: string, messages: readonly Message[]): Finding {
  const why = messages.find(({ fatal }) => fatal === true)?.reason ?? "nothing of ours in it";
  const reason = `Can't be read as a rendering, expected one by "rungbook build": ${why}`;
  return { file, message: message("error", "unreadable-rendering", reason) };
}

function otherBytes(file: string): Finding {
  const reason =
    'The words are the same, only bytes differ (made in another theme or by another version, or changed by another program): expected what "rungbook build" writes';
  return { file, message: message("error", "other-bytes", reason) };
}
