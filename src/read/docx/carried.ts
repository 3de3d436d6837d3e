import { z } from "zod";
import { CARRIED } from "../../docx-names.js";
import type { Origin } from "../../model/ladder.js";
import { Ladder } from "../../model/schema/index.js";
import type { Parts } from "./parts.js";
import { broken, Refusal } from "./refusal.js";
import { attributeOf, childOf, rawText } from "./xml.js";

/** What a DOCX carries beside its pages. */
export interface Carried {
  origin: Origin;
  yaml: string | null;
  language: string;
  /** The texts that the names of bookmarks can't hold. */
  names: Map<string, string>;
  /** The addresses of images, by the names of their drawings. */
  images: Map<string, string>;
  /** Lines that no block of the document says: of its contents, and of its reference's heads and feet. */
  beside: string[];
  /** The ladder that the file was made from, as JSON text; null where it carries none. */
  ladder: string | null;
  /** In a redline: the ladder before, as JSON text; null where there is none. */
  before: string | null;
}

const Told = z.object({
  origin: Ladder.shape.origin,
  yaml: z.string().nullable(),
  language: z.string(),
  names: z.array(z.tuple([z.string(), z.string()])),
  // Files of earlier versions tell of none of these.
  beside: z.array(z.string()).default([]),
  images: z.array(z.tuple([z.string(), z.string()])).default([]),
});

/**
 * Finds the part of ours; programs may renumber it. Null where there is none. Throws a Refusal where
 * it is damaged.
 */
export function carriedIn(parts: Parts): Carried | null {
  for (const path of parts.customParts) {
    const xml = textOfOurs(parts, path);
    if (!xml?.includes(CARRIED.namespace)) continue;
    const root = parts.parse(xml, path);
    if (root.name !== CARRIED.element || attributeOf(root, "xmlns") !== CARRIED.namespace) continue;
    const { data, error } = Told.safeParse(parsed(rawText(root)));
    if (data) {
      const [ladder, before] = [CARRIED.ladder, CARRIED.before].map((name) => {
        const held = childOf(root, name);
        return held ? rawText(held) : null;
      }) as [string | null, string | null];
      const [names, images] = [new Map(data.names), new Map(data.images)];
      return { ...data, names, images, ladder, before };
    }
    const where = error.issues[0]?.path.join(".") || "its beginning";
    throw broken(`Unexpected value at ${where} of ${path}, expected what rungbook wrote there`);
  }
  return null;
}

/** The parts of other programs are not ours to complain of. */
function textOfOurs(parts: Parts, path: string): string | null {
  try {
    return parts.text(path) ?? null;
  } catch (error) {
    if (error instanceof Refusal && error.told.ruleId === "docx-encoding") return null;
    throw error;
  }
}

/** What JSON text says; null where it is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
