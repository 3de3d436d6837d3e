/** A node of pdf.js's structure tree: an element, or the content that belongs to it. */
interface StructNode {
  role?: string;
  alt?: string;
  type?: string;
  id?: string;
  children?: StructNode[];
}

/** The structure tree of a PDF as indented text, page by page, as pdf.js sees it. */
export async function tagOutline(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const lines: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const texts = textsById(items as Item[]);
    lines.push(`page ${number}`);
    const tree = (await page.getStructTree()) as StructNode | null;
    for (const child of tree?.children ?? []) print(child, 1, texts, lines);
  }
  await task.destroy();
  return `${lines.join("\n")}\n`;
}

interface Item {
  str?: string;
  type?: string;
  id?: string | null;
}

function textsById(items: readonly Item[]): Map<string, string> {
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const { str, type, id } of items) {
    if (type?.startsWith("begin")) open.push(id ?? null);
    else if (type === "endMarkedContent") open.pop();
    const owner = open.findLast((each) => each !== null);
    if (str !== undefined && owner) texts.set(owner, (texts.get(owner) ?? "") + str);
  }
  return texts;
}

function print(node: StructNode, depth: number, texts: Map<string, string>, lines: string[]): void {
  const indent = "  ".repeat(depth);
  if (node.type === "content") {
    const text = texts.get(node.id ?? "")?.trim();
    if (text) lines.push(`${indent}${text}`);
    return;
  }
  if (node.role) lines.push(`${indent}<${node.role}>${node.alt ? ` ${node.alt}` : ""}`);
  for (const child of node.children ?? []) print(child, depth + 1, texts, lines);
}
