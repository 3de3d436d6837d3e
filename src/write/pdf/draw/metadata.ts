import type { Meta } from "../../../document.js";

/** The date (UTC midnight) that a document of this date bears; without one, the epoch. */
export const dateOf = (date: string | null): Date => new Date(`${date ?? "1970-01-01"}T00:00:00Z`);

/**
 * What the file says of itself. pdfkit's XMP takes these as they are, and its /ID is made of them:
 * so text escapes itself where it is put into XML, and the hash of the source is among them.
 */
export function infoOf(meta: Meta): Record<string, unknown> {
  const date = dateOf(meta.date);
  return {
    Title: new XmlText(meta.title),
    ...(meta.author !== null && { Author: new XmlText(meta.author) }),
    ...(meta.subtitle !== null && { Subject: new XmlText(meta.subtitle) }),
    Creator: "rungbook",
    Producer: "rungbook",
    CreationDate: date,
    ModDate: date,
    Source: meta.origin.sha256,
  };
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A string that a template literal takes as XML; anything else takes it as it is. */
class XmlText extends String {
  override toString(): string {
    return this.valueOf().replace(/[&<>"]/g, (each) => ENTITIES[each] ?? each);
  }
}
