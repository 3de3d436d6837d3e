import {
  type AnchorBox,
  type AreaBox,
  type Box,
  type ImageBox,
  LEADER,
  type LeaderBox,
  type Page,
  type RectBox,
  type TextBox,
} from "../layout/box.js";
import type { Tag } from "../layout/tag.js";
import type { Ledger } from "../ledger.js";
import type { Destinations } from "./destinations.js";
import type { Images } from "./images.js";
import { annotate, rectangle } from "./links.js";
import type { Pdf } from "./pdfkit.js";
import type { Structure } from "./structure.js";
import type { Pen } from "./text.js";

/** What drawing a page needs. */
export interface Canvas {
  pdf: Pdf;
  structure: Structure;
  destinations: Destinations;
  ledger: Ledger;
  images: Images;
  pen: Pen;
  /** Hears of each character that no font has. */
  missing(box: TextBox): void;
}

/** Draws a page: first what lies behind, then what is read, in its order, then head and foot. */
export function drawPage(page: Page, canvas: Canvas): void {
  const { pdf, pen } = canvas;
  pdf.addPage();
  pen.turnPage();
  canvas.structure.beginPage();
  artifact(pdf, "Layout", page.boxes.filter(isShape), (box) => drawShape(pdf, box));
  for (const box of page.boxes) if (box.kind === "anchor") place(box, canvas);
  for (const group of groupsOf(page.boxes)) drawGroup(group, canvas);
  const furniture = page.boxes.filter((box): box is TextBox => box.kind === "text" && !box.tag);
  artifact(pdf, "Pagination", furniture, (box) => pen.draw(box));
  pdf.flush();
}

const isShape = (box: Box): box is RectBox | LeaderBox =>
  box.kind === "rect" || box.kind === "leader";

function artifact<T>(
  pdf: Pdf,
  type: "Layout" | "Pagination",
  boxes: T[],
  draw: (box: T) => void,
): void {
  if (boxes.length === 0) return;
  pdf.addContent(`/Artifact <</Type /${type}>> BDC`);
  for (const box of boxes) draw(box);
  pdf.addContent("EMC");
}

function drawShape(pdf: Pdf, box: RectBox | LeaderBox): void {
  if (box.kind === "leader") {
    pdf
      .save()
      .lineWidth(LEADER.dot)
      .dash(LEADER.dot, { space: LEADER.step - LEADER.dot })
      .strokeColor(box.color);
    pdf
      .moveTo(box.x, box.y)
      .lineTo(box.x + box.width, box.y)
      .stroke()
      .restore();
    return;
  }
  const { x, y, width, height, radius, color } = box;
  if (radius) pdf.roundedRect(x, y, width, height, radius).fill(color);
  else pdf.rect(x, y, width, height).fill(color);
}

const place = (box: AnchorBox, { destinations }: Canvas): void =>
  destinations.add(box.name, box.x, Math.max(0, box.y - 8));

type Tagged = (TextBox | ImageBox | AreaBox) & { tag: Tag };

interface Group {
  tag: Tag;
  boxes: Tagged[];
}

/** Neighbours of one tag are one piece of marked content. */
function groupsOf(boxes: readonly Box[]): Group[] {
  const groups: Group[] = [];
  for (const box of boxes) {
    if (!("tag" in box) || !box.tag) continue;
    const last = groups.at(-1);
    if (last?.tag === box.tag) last.boxes.push(box as Tagged);
    else groups.push({ tag: box.tag, boxes: [box as Tagged] });
  }
  return groups;
}

function drawGroup(group: Group, canvas: Canvas): void {
  const { tag, boxes } = group;
  const inked = boxes.filter((box) => box.kind !== "area");
  for (const box of inked)
    if (box.kind === "image") tag.box = rectangle(box, canvas.pdf.page.height);
  if (inked.length > 0)
    canvas.structure.mark(tag, () => {
      for (const box of inked) drawBox(box, canvas);
    });
  if (tag.type === "Link") annotate(tag, boxes, canvas.structure, canvas.pdf);
}

function drawBox(box: TextBox | ImageBox, { pen, ledger, images, missing }: Canvas): void {
  if (box.kind === "text") {
    pen.draw(box);
    if (box.missing) missing(box);
    if (box.leaf) ledger.drew(box.leaf, box.actual ?? box.text);
  } else if (images.draw(box)) ledger.drewImage(box.leaf);
}
