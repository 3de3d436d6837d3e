import type { AnyDocument, Meta, PacketMeta } from "../../document.js";
import { messagesFor } from "../../messages/index.js";
import { shortHash } from "../../pdf-words.js";
import type { DocxContext } from "./context.js";
import { paragraph } from "./paragraph.js";
import { run } from "./text.js";
import { OFFICE, WORD } from "./theme.js";
import { element, escapeXml, XML } from "./xml.js";

const TAB = "<w:r><w:tab/></w:r>";

/** Keeps "1 of 2" in order on a right-to-left page. */
const LTR = "\u200e";

/**
 * The head of all pages but the first: the title at one side; at the other, where there are parts,
 * the page's (ECMA-376, 17.16.5.59).
 */
export function headerXml({ meta, blocks }: AnyDocument, context: DocxContext): string {
  if (meta.packet) return packetHeader(meta.packet, context);
  const track = blocks.some(({ type }) => type === "part") ? TAB + field("STYLEREF 1") : "";
  return furnitureXml("hdr", "Header", titleField(meta.title, context) + track, context);
}

function packetHeader({ header }: PacketMeta, context: DocxContext): string {
  const words = run(header.left, {}, context) + TAB + run(header.right, {}, context);
  return furnitureXml("hdr", "Header", words, context);
}

/** The head of the first page: none. */
export const emptyHeaderXml = (context: DocxContext): string =>
  furnitureXml("hdr", "Header", "", context);

/** The foot of all pages: title and hash at one side, "n of m" at the other. */
export function footerXml({ meta }: AnyDocument, context: DocxContext): string {
  const mark = context.rtl ? `<w:r><w:t>${LTR}</w:t></w:r>` : "";
  const hash = shortHash(meta.origin.sha256);
  const told = hash === "" ? "" : run(` · ${hash}`, {}, context);
  const left = meta.packet
    ? run(meta.packet.footer, {}, context)
    : titleField(meta.title, context) + told;
  const pages = mark + field("PAGE") + of(meta) + field("NUMPAGES") + mark;
  return furnitureXml("ftr", "Footer", left + TAB + pages, context);
}

/** What stands between a page's number and that of all pages. */
function of({ packet, language }: Meta): string {
  const between = packet ? messagesFor(language).outOf : "of";
  return `<w:r><w:t xml:space="preserve"> ${between} </w:t></w:r>`;
}

function furnitureXml(kind: string, style: string, content: string, context: DocxContext): string {
  const flow = { width: context.page.textWidth, depth: 0, hue: null };
  const inner = paragraph(content, { style }, flow, context);
  return XML + element(`w:${kind}`, { "xmlns:w": WORD, "xmlns:r": OFFICE }, inner);
}

/** The title, as the document's properties have it: so that it is right where this is a reference file. */
const titleField = (title: string, context: DocxContext): string =>
  element("w:fldSimple", { "w:instr": " TITLE " }, run(title, {}, context));

/** A field that every program counts when it sets the page. */
const field = (instruction: string): string =>
  element("w:fldSimple", { "w:instr": ` ${escapeXml(instruction)} ` }, "<w:r><w:t/></w:r>");
