import { append } from "./append.js";
import { chosenIn, wordsOf } from "./words.js";
import { attributeOf, elementsOf, type Xml } from "./xml.js";

/** What a drawing shows. */
export interface Drawing {
  /** An image with the address it came from; `named` where the drawing itself tells the address. */
  image: { src: string; alt: string; named: boolean } | null;
  /** The content of the boxes of text in it. */
  boxes: Xml[];
  /** The relationship of the link that the image itself bears. */
  relation: string | undefined;
  /** The relationship of the chart or the diagram that is drawn. */
  drawn: { what: "chart" | "diagram"; relation: string } | null;
  /** Words that stand in it, not in boxes: as WordArt. */
  words: string;
}

/** The targets of relationships by id, and the addresses of images by the names of their drawings. */
interface Known {
  relations: ReadonlyMap<string, string>;
  images: ReadonlyMap<string, string>;
}

/** Reads a `w:drawing`, a `w:pict` or a `w:object`. */
export function drawingOf(node: Xml, { relations, images }: Known): Drawing {
  const drawing: Drawing = { image: null, boxes: [], relation: undefined, drawn: null, words: "" };
  let named: Xml | undefined;
  let embedded: string | undefined;
  // Last things first, so that what comes next stands at the end.
  const waiting = elementsOf(node).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === "w:txbxContent") {
      drawing.boxes.push(next);
      continue;
    }
    if (next.name === "wp:docPr") named ??= next;
    if (next.name === "a:blip") embedded ??= relations.get(attributeOf(next, "r:embed") ?? "");
    if (next.name === "v:imagedata") embedded ??= relations.get(attributeOf(next, "r:id") ?? "");
    if (next.name === "a:hlinkClick") drawing.relation ??= attributeOf(next, "r:id");
    if (next.name === "v:textpath") drawing.words += wordsOf(next);
    drawing.drawn ??= drawnBy(next);
    append(waiting, chosenIn(next).reverse());
  }
  // An image that HR has put in has no address of its own but that of its part.
  const title = attributeOf(named, "title") ?? images.get(attributeOf(named, "name") ?? "");
  const src = title || embedded;
  if (src && embedded) {
    drawing.image = { src, alt: attributeOf(named, "descr") ?? "", named: Boolean(title) };
  }
  return drawing;
}

/** A chart (ECMA-376, 21.2.2.27) or a diagram (21.4.2.20): what it shows lies in another part. */
function drawnBy(node: Xml): Drawing["drawn"] {
  if (node.name === "c:chart") return { what: "chart", relation: attributeOf(node, "r:id") ?? "" };
  if (node.name !== "dgm:relIds") return null;
  return { what: "diagram", relation: attributeOf(node, "r:dm") ?? "" };
}
