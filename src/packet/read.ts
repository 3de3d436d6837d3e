import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import * as path from "node:path";
import * as z from "zod/mini";
import { failed, type Message, message, type Result } from "../diagnostics.js";
import { FileError, listFiles, readInside } from "../files/index.js";
import { MAX_TEMPLATE_BYTES } from "../limits.js";
import type { Place } from "../model/ladder.js";
import { readYaml, type YamlFile } from "../yaml/file.js";
import { checkTemplate } from "./check.js";
import { PacketFile } from "./schema.js";
import type { Template, TemplatePart, TextFile } from "./template.js";

/** The file that makes a folder a template. */
export const PACKET_FILE = "packet.yaml";

/**
 * Reads a template's folder. Each complaint is a message with its place and the `file` that it is
 * about; a template with an error is null.
 */
export async function readTemplate(
  folder: string,
  shown: string,
): Promise<Result<Template | null>> {
  const files = readFiles(folder, shown);
  if (!files.value) return { value: null, messages: files.messages };
  const text = files.value.get(PACKET_FILE) ?? "";
  const file = `${shown}/${PACKET_FILE}`;
  const yaml = readYaml(text, { file, what: "template", rule: "template" });
  if (!yaml.value) return { value: null, messages: yaml.messages };
  const { data, error } = PacketFile.safeParse(yaml.value.value);
  if (error) return { value: null, messages: await complaints(error.issues, yaml.value) };
  const parts = partsOf(data, yaml.value, { shown, files: files.value });
  if (failed(parts.messages)) return { value: null, messages: parts.messages };
  const template = templateOf(data, parts.value, yaml.value, {
    folder,
    shown,
    files: files.value,
  });
  const messages = checkTemplate(template, yaml.value);
  return { value: failed(messages) ? null : template, messages };
}

async function complaints(issues: readonly z.core.$ZodIssue[], yaml: YamlFile): Promise<Message[]> {
  const { complaintsOf } = await import("../yaml/problems.js");
  const schema = z.toJSONSchema(PacketFile, { io: "input" });
  const { value } = yaml;
  const named = { rule: "template", whole: "the template" };
  return complaintsOf(issues, { value, schema, ...named, fileOf: () => yaml });
}

interface Folder {
  shown: string;
  files: ReadonlyMap<string, string>;
}

/** The texts of a template's files, by their names. */
function readFiles(folder: string, shown: string): Result<Map<string, string> | null> {
  const files = new Map<string, string>();
  let name = PACKET_FILE;
  try {
    const names = listFiles(folder).filter((each) => each === PACKET_FILE || /\.md$/i.test(each));
    if (!names.includes(PACKET_FILE)) names.unshift(PACKET_FILE);
    let room = MAX_TEMPLATE_BYTES;
    for (name of names) {
      const bytes = readInside(folder, name, room);
      if (!isUtf8(bytes)) throw new FileError("Unexpected bytes, expected UTF-8");
      room -= bytes.length;
      files.set(name, new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n"));
    }
    return { value: files, messages: [] };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const found = message("error", "template-unreadable", error.message);
    return { value: null, messages: [Object.assign(found, { file: `${shown}/${name}` })] };
  }
}

function partsOf(data: PacketFile, yaml: YamlFile, folder: Folder): Result<TemplatePart[]> {
  const messages: Message[] = [];
  const value = data.parts.flatMap((part, index): TemplatePart[] => {
    const { file, slice, page, when, ...options } = part;
    const complain = (reason: string) => {
      messages.push(yaml.complain(["parts", index], "template", reason));
      return [];
    };
    const told = [file, slice, page].filter((each) => each !== undefined);
    if (told.length !== 1)
      return complain('Unexpected part, expected one of "file", "slice", "page"');
    if (slice !== undefined) return [{ type: "slice", slice, options, when }];
    if (file === undefined) return [{ type: "page", when }];
    if (!folder.files.has(file)) return complain(`No file "${file}" beside ${PACKET_FILE}`);
    return [{ type: "text", files: variantsOf(file, folder), when }];
  });
  return { value, messages };
}

/** `letter.md`, and `letter.de.md` for German. */
function variantsOf(name: string, { shown, files }: Folder): TextFile[] {
  const stem = name.replace(/\.md$/i, "");
  return [...files].flatMap(([each, text]): TextFile[] => {
    if (each === name) return [{ file: `${shown}/${each}`, language: null, text }];
    const language = each.startsWith(`${stem}.`) && /\.([a-z]{2,3})\.md$/i.exec(each)?.[1];
    return language && each === `${stem}.${language}.md`
      ? [{ file: `${shown}/${each}`, language, text }]
      : [];
  });
}

function templateOf(
  data: PacketFile,
  parts: TemplatePart[],
  yaml: YamlFile,
  { folder, shown, files }: Folder & { folder: string },
): Template {
  const { title, subtitle, header, file, theme, pages, fields } = data;
  return {
    name: path.basename(folder),
    file: `${shown}/${PACKET_FILE}`,
    title,
    subtitle: subtitle ?? null,
    header: { left: header.left ?? "", right: header.right ?? "" },
    fields: Object.entries(fields).map(([name, field]) => {
      const { place } = yaml.complainOfKey(["fields", name], "template", "");
      return { name, ...field, place: place as Place };
    }),
    parts,
    theme: theme ?? null,
    fileName: file,
    pages: pages ?? null,
    hash: hashOf(files),
  };
}

/** The same for the same files, whatever their order and line ends. */
function hashOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const [name, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name}\0${text.length}\0${text}`);
  return hash.digest("hex");
}
