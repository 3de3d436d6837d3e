import type { AnyDocument } from "../document.js";
import type { Order, Shared } from "./make.js";

/** The name under which a packet's JSON refers to what it is. */
export const PACKET_SCHEMA_ID = "urn:rungbook:schema:packet:1";

/** A packet as JSON: where it comes from, what was told, and what its pages show. */
export function packetJson(document: AnyDocument, order: Order, shared: Shared): Uint8Array {
  const { ladder, template, locale } = shared;
  const { title, subtitle, origin } = document.meta;
  const told = {
    $schema: PACKET_SCHEMA_ID,
    ladder: { title: ladder.title, date: ladder.date, file: origin.file, sha256: origin.sha256 },
    template: { name: template.name, sha256: template.hash },
    locale,
    level: { anchor: order.level, title: order.title },
    values: Object.fromEntries(order.values),
    title,
    subtitle,
    blocks: document.blocks,
  };
  const text = JSON.stringify(told, (key, value) => (key === "place" ? undefined : value), 2);
  return new TextEncoder().encode(`${text}\n`);
}
