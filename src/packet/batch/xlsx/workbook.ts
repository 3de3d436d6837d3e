import type { BatchFile } from "../row.js";
import { isDateFormat } from "./dates.js";
import { notXlsx, type Parts } from "./parts.js";
import { sharedTexts } from "./texts.js";
import { listenToAll } from "./xml.js";

/** What cells refer to. */
export interface Workbook {
  /** The path of the first sheet. */
  sheet: string;
  from1904: boolean;
  texts: readonly string[];
  /** True at the number of each style that shows dates. */
  dates: readonly boolean[];
}

const MAX_PART_BYTES = 16 * 1024 * 1024;

/** Reads what a workbook says beside its sheets. */
export async function readWorkbook(parts: Parts, file: BatchFile): Promise<Workbook> {
  const root = await relations(parts, "_rels/.rels", "", file);
  const path = root.find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const [, folder = "", name = ""] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
  const related = await relations(parts, `${folder}_rels/${name}.rels`, folder, file);
  const { id, from1904 } = await firstSheet(parts, path, file);
  const sheet = related.find((each) => each.id === id)?.target;
  if (!sheet) throw notXlsx(file, "workbook without a sheet");
  const pathOf = (type: string) => related.find((each) => each.type === type)?.target ?? "";
  return {
    sheet,
    from1904,
    texts: await sharedTexts(parts, pathOf("sharedStrings"), file),
    dates: await dateStyles(parts, pathOf("styles"), file),
  };
}

/** A relationship: the last word of its type, and the path of its target. */
interface Relation {
  id: string;
  type: string;
  target: string;
}

async function relations(parts: Parts, path: string, folder: string, file: BatchFile) {
  const found: Relation[] = [];
  if (!parts.has(path)) return found;
  const open = (name: string, { Id = "", Type = "", Target = "" }: Record<string, string>) => {
    if (name !== "Relationship") return;
    const target = new URL(Target, `zip:/${folder}`).pathname.slice(1);
    found.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), target });
  };
  await listenToAll(await parts.stream(path, MAX_PART_BYTES), { open }, file);
  return found;
}

async function firstSheet(parts: Parts, path: string, file: BatchFile) {
  let id: string | null = null;
  let from1904 = false;
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    if (name === "workbookPr") from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? "");
    if (name !== "sheet") return;
    const key = Object.keys(attributes).find((each) => each.endsWith(":id"));
    id ??= attributes[key ?? ""] ?? null;
  };
  await listenToAll(await parts.stream(path, MAX_PART_BYTES), { open }, file);
  return { id, from1904 };
}

async function dateStyles(parts: Parts, path: string, file: BatchFile): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const dates: boolean[] = [];
  let inCells = false;
  if (!parts.has(path)) return dates;
  const listener = {
    open(name: string, { numFmtId = "0", formatCode = "" }: Record<string, string>) {
      if (name === "numFmt") codes.set(Number(numFmtId), formatCode);
      if (name === "cellXfs") inCells = true;
      const id = Number(numFmtId);
      if (name === "xf" && inCells) dates.push(isDateFormat(id, codes.get(id)));
    },
    close(name: string) {
      if (name === "cellXfs") inCells = false;
    },
  };
  await listenToAll(await parts.stream(path, MAX_PART_BYTES), listener, file);
  return dates;
}
