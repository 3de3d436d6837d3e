import type { PacketMeta } from "../../document.js";
import { SCALES } from "../scales.js";
import { pageCount } from "./pages.js";
import type { Page } from "./section.js";

/** How small the type of a packet has to be for the pages that it promises, as far as can be reckoned. */
export function scaleFor(packet: PacketMeta | undefined, body: string, page: Page): number {
  const most = packet?.pages?.most;
  if (most === undefined) return 1;
  return SCALES.find((scale) => pageCount(body, page, scale) <= most) ?? 1;
}

const MEASURES = /<w:sz(?:Cs)? w:val="\d+"|<w:spacing [^>]*>/g;

/** Styles with type and distances of this part of their size. */
export const scaledStyles = (xml: string, scale: number): string =>
  scale === 1
    ? xml
    : xml.replace(MEASURES, (found) =>
        found.replace(/="(\d+)"/g, (_, value) => `="${Math.round(Number(value) * scale)}"`),
      );
