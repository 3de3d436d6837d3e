import { z } from "zod";
import { CARRIED } from "../../docx-names.js";
import type { Origin } from "../../model/ladder.js";
import { Ladder } from "../../model/schema.js";
import { attributeOf, parseXml, rawText } from "./xml.js";

/** What a DOCX carries beside its pages. */
export interface Carried {
  origin: Origin;
  yaml: string | null;
  language: string;
  /** The texts that the names of bookmarks can't hold. */
  names: Map<string, string>;
}

const Told = z.object({
  origin: Ladder.shape.origin,
  yaml: z.string().nullable(),
  language: z.string(),
  names: z.array(z.tuple([z.string(), z.string()])),
});

/** Finds the part of ours; programs may renumber it. Null where it is missing or damaged. */
export function carriedIn(parts: ReadonlyMap<string, string>): Carried | null {
  for (const [path, xml] of parts) {
    if (!path.startsWith("customXml/") || !xml.includes(CARRIED.namespace)) continue;
    const { root } = parseXml(xml, path);
    if (root?.name !== CARRIED.element || attributeOf(root, "xmlns") !== CARRIED.namespace)
      continue;
    const told = Told.safeParse(parsed(rawText(root)));
    if (told.success) return { ...told.data, names: new Map(told.data.names) };
  }
  return null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
