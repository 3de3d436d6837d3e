/** A stretch of text on a page, in points from the top left, as pdf.js places it. */
export interface TextBox {
  text: string;
  page: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Head, foot, and what comes again: no content. */
  artifact: boolean;
}

interface Item {
  str?: string;
  type?: string;
  tag?: string;
  width?: number;
  height?: number;
  transform?: number[];
}

/** How far letters reach above and below their baseline, as parts of their size: no line stands nearer. */
const ASCENT = 0.72;
const DESCENT = 0.2;

/** The text boxes of a PDF, and the size of its pages. */
export async function textBoxes(
  bytes: Uint8Array,
): Promise<{ boxes: TextBox[]; width: number; height: number }> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const boxes: TextBox[] = [];
  let [width, height] = [0, 0];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [, , right = 0, top = 0] = page.view;
    [width, height] = [right, top];
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    boxes.push(...boxesOf(items as Item[], number, height));
    page.cleanup();
  }
  await task.destroy();
  return { boxes, width, height };
}

function boxesOf(items: readonly Item[], page: number, height: number): TextBox[] {
  const open: boolean[] = [];
  const boxes: TextBox[] = [];
  for (const { type, tag, str, transform, width = 0 } of items) {
    if (type?.startsWith("begin")) open.push(tag === "Artifact");
    else if (type === "endMarkedContent") open.pop();
    if (str === undefined || str.trim() === "" || !transform) continue;
    const [, , , size = 0, x = 0, y = 0] = transform;
    boxes.push({
      text: str,
      page,
      left: x,
      right: x + width,
      top: height - y - size * ASCENT,
      bottom: height - y + size * DESCENT,
      artifact: open.includes(true),
    });
  }
  return boxes;
}

/** Less than this (points) is rounding. */
const SLACK = 0.6;

/** Pairs of boxes that lie over each other. */
export function overlaps(boxes: readonly TextBox[]): string[] {
  const found: string[] = [];
  const sorted = [...boxes].sort((a, b) => a.page - b.page || a.top - b.top);
  sorted.forEach((box, index) => {
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next] as TextBox;
      if (other.page !== box.page || other.top > box.bottom - SLACK) break;
      const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      if (across > SLACK) found.push(`page ${box.page}: "${box.text}" and "${other.text}"`);
    }
  });
  return found;
}

/** Boxes that stand outside an area of their page. */
export function outside(
  boxes: readonly TextBox[],
  area: { left: number; top: number; right: number; bottom: number },
): string[] {
  return boxes
    .filter(
      (box) =>
        box.left < area.left - SLACK ||
        box.right > area.right + SLACK ||
        box.top < area.top - SLACK ||
        box.bottom > area.bottom + SLACK,
    )
    .map((box) => `page ${box.page}: "${box.text}"`);
}
