import { attributeOf, elementsOf, type Xml } from "./xml.js";

/** What a drawing shows: an image with the address it came from, or paragraphs in a box. */
export interface Drawing {
  image: { src: string; alt: string } | null;
  paragraphs: Xml[];
  /** The relationship of the link that the image itself bears. */
  relation: string | undefined;
}

/** Reads a `w:drawing` or a `w:pict`. */
export function drawingOf(node: Xml, relations: ReadonlyMap<string, string>): Drawing {
  const drawing: Drawing = { image: null, paragraphs: [], relation: undefined };
  let named: Xml | undefined;
  let embedded: string | undefined;
  const waiting = elementsOf(node);
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (next.name === "w:txbxContent") {
      drawing.paragraphs.push(...elementsOf(next).filter(({ name }) => name === "w:p"));
      continue;
    }
    if (next.name === "wp:docPr") named ??= next;
    if (next.name === "a:blip") embedded ??= relations.get(attributeOf(next, "r:embed") ?? "");
    if (next.name === "a:hlinkClick") drawing.relation ??= attributeOf(next, "r:id");
    waiting.unshift(...elementsOf(next));
  }
  // An image that HR has put in has no address of its own but that of its part.
  const src = attributeOf(named, "title") || embedded;
  if (src && embedded) drawing.image = { src, alt: attributeOf(named, "descr") ?? "" };
  return drawing;
}
