import { createHash } from "node:crypto";
import { LADDER_SUFFIX, ladderJson } from "../../../model/json.js";
import type { Ladder } from "../../../model/ladder.js";
import { byteOrder } from "./order.js";
import { type Pdf, pdfString, type Ref } from "./pdfkit.js";
import { dateOf } from "./properties.js";

/** A file within the file. */
interface Attachment {
  name: string;
  bytes: Uint8Array;
  /** Media type (RFC 6838). */
  type: string;
  description: string;
  /** What it is to these pages (ISO 19005-3, annex E). */
  relationship: "Source" | "Data";
}

const MARKDOWN = "text/markdown";
const HTML = "text/html";

/** Attaches the ladder, without places, and the post as it came, where that is at hand. */
export function attach(pdf: Pdf, ladder: Ladder, post: Uint8Array | undefined): void {
  const { slug, file } = ladder.origin;
  const attachments: Attachment[] = [
    {
      name: `${slug}${LADDER_SUFFIX}`,
      bytes: new TextEncoder().encode(ladderJson(ladder)),
      type: "application/json",
      description: "The ladder of these pages, as data",
      relationship: "Data",
    },
  ];
  if (post)
    attachments.push({
      name: file,
      bytes: post,
      type: /\.html?$/i.test(file) ? HTML : MARKDOWN,
      description: "The post that these pages were made from",
      relationship: "Source",
    });
  embed(pdf, attachments, dateOf(ladder.date));
}

/** Writes files and names them in the catalog (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8). */
function embed(pdf: Pdf, attachments: readonly Attachment[], date: Date): void {
  const sorted = [...attachments].sort((a, b) => byteOrder(a.name, b.name));
  const specifications = sorted.map((each) => specify(pdf, each, date));
  pdf._root.data.AF = specifications;
  pdf._root.data.Names.data.EmbeddedFiles = {
    Names: sorted.flatMap(({ name }, index) => [pdfString(name), specifications[index]]),
  };
}

function specify(pdf: Pdf, attachment: Attachment, date: Date): Ref {
  const { name, bytes, type, description, relationship } = attachment;
  const file = pdf.ref({
    Type: "EmbeddedFile",
    Subtype: type.replace("/", "#2F"),
    Params: { Size: bytes.length, CreationDate: date, ModDate: date, CheckSum: checkSum(bytes) },
  });
  file.end(bytes);
  const specification = pdf.ref({
    Type: "Filespec",
    F: pdfString(name),
    UF: pdfString(name),
    EF: { F: file, UF: file },
    Desc: pdfString(description),
    AFRelationship: relationship,
  });
  specification.end();
  return specification;
}

/** The MD5 of the bytes, as sixteen bytes (ISO 32000-1, table 46). */
const checkSum = (bytes: Uint8Array): Uint8Array => createHash("md5").update(bytes).digest();
