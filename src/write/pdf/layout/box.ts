import type { ImageFile } from "../../../resources.js";
import type { LogoImage } from "../../../theme/theme.js";
import type { Face } from "../font/faces.js";
import type { Tag } from "./tag.js";

/*
 * What stands on a page, as plain data. Points, from the top left. In a strip `y` counts from the
 * strip's top; on a page from the page's.
 */

/** A run of text in one face; `y` is its baseline. */
export interface TextBox {
  kind: "text";
  x: number;
  y: number;
  width: number;
  face: Face;
  size: number;
  color: string;
  /** What is drawn, in reading order. */
  text: string;
  /** What it stands for, where that is more than what is drawn. */
  actual?: string;
  /** No font has what it stands for. */
  missing?: true;
  /** The run goes from right to left. */
  rtl?: true;
  /** Null: decoration. */
  tag: Tag | null;
  /** The node of the document whose words these are; null: words of the writer's own. */
  leaf: object | null;
  /** The number of the page that a destination is on takes this text's place. */
  pageOf?: string;
}

/** A filled rectangle; decoration. */
export interface RectBox {
  kind: "rect";
  x: number;
  y: number;
  width: number;
  height: number;
  color: string;
  radius?: number;
  /** Reaches up over the space before its strip. */
  stretch?: true;
}

/** The dots of a leader: how long each is, and how far the next begins from it, in points. */
export const LEADER = { dot: 0.6, step: 2.3 };

/** A dotted line up to a page number; decoration. */
export interface LeaderBox {
  kind: "leader";
  x: number;
  y: number;
  width: number;
  color: string;
}

/** An embedded image. */
export interface ImageBox {
  kind: "image";
  x: number;
  y: number;
  width: number;
  height: number;
  image: ImageFile | LogoImage;
  tag: Tag;
  leaf: object;
}

/** A place that links lead to. */
export interface AnchorBox {
  kind: "anchor";
  x: number;
  y: number;
  name: string;
}

/** A stretch of page that is a link though it is no text: a whole cell. */
export interface AreaBox {
  kind: "area";
  x: number;
  y: number;
  width: number;
  height: number;
  tag: Tag;
}

/** Anything that stands on a page. */
export type Box = TextBox | RectBox | LeaderBox | ImageBox | AnchorBox | AreaBox;

/** A page: its boxes in reading order, and the part it belongs to. */
export interface Page {
  boxes: Box[];
  running: string | null;
}

/** The rectangle that a box covers; a run of text covers its ascenders and descenders. */
export function extent(box: Box): { x: number; y: number; width: number; height: number } {
  if (box.kind === "text")
    return { x: box.x, y: box.y - box.size * 0.75, width: box.width, height: box.size };
  const height = "height" in box ? box.height : 0;
  return { x: box.x, y: box.y, width: "width" in box ? box.width : 0, height };
}
