import type {
  AnchorBox,
  AreaBox,
  Box,
  ImageBox,
  LeaderBox,
  Page,
  RectBox,
  TextBox,
} from "../layout/box.js";
import type { Tag } from "../layout/tag.js";
import type { Ledger } from "../ledger.js";
import { theme } from "../theme.js";
import type { Destinations } from "./destinations.js";
import type { Images } from "./images.js";
import { annotate } from "./links.js";
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
  pdf.markContent("Artifact", { type });
  for (const box of boxes) draw(box);
  pdf.endMarkedContent();
}

function drawShape(pdf: Pdf, box: RectBox | LeaderBox): void {
  if (box.kind === "leader") {
    pdf.save().lineWidth(0.6).dash(0.6, { space: 1.7 }).strokeColor(theme.color.leader);
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
  const element = canvas.structure.elementOf(group.tag);
  const inked = group.boxes.filter((box) => box.kind !== "area");
  if (inked.length > 0)
    element.add(() => {
      for (const box of inked) drawBox(box, canvas);
    });
  if (group.tag.type === "Link") annotate(group.tag, group.boxes, element, canvas.pdf);
}

function drawBox(box: TextBox | ImageBox, { pen, ledger, images, missing }: Canvas): void {
  if (box.kind === "text") {
    pen.draw(box);
    if (box.missing) missing(box);
    if (box.leaf) ledger.drew(box.leaf, box.actual ?? box.text);
  } else if (images.draw(box)) ledger.drewImage(box.leaf);
}
