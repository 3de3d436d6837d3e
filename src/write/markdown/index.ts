import type { Root } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import type { AnyDocument, DocumentBlock, Meta, PacketMeta } from "../../document.js";
import type { Origin } from "../../model/ladder.js";
import type { Writer } from "../writer.js";
import { blockNodes } from "./blocks.js";
import { gridNodes } from "./grid.js";
import { OPTIONS } from "./options.js";
import { packetNodes } from "./packet.js";
import { partNodes } from "./part.js";

/**
 * Writes GFM that a person may edit: headings, facts and bullets, and no HTML but anchors. An
 * anchor's class says what a heading or a table is ("part", "card", "grid"), so that the ladder can
 * be read back from it.
 */
export const writeMarkdown: Writer = async ({ document }) => ({
  value: new TextEncoder().encode(`${frontMatter(document)}\n${body(document)}`),
  messages: [],
});

function body({ meta, blocks }: AnyDocument): string {
  if (meta.packet)
    return toMarkdown({ type: "root", children: packetNodes(meta, blocks) }, OPTIONS);
  const children = (blocks as DocumentBlock[]).flatMap((block, index): Root["children"] => {
    if (block.type === "grid") return gridNodes(block);
    if (block.type !== "part") return blockNodes([block]);
    const next = blocks[index + 1];
    // What follows a part's last card would be read as the card's: a rule of dashes ends the part.
    const ends = next !== undefined && next.type !== "part";
    return [...partNodes(block), ...(ends ? [{ type: "html" as const, value: "---" }] : [])];
  });
  return toMarkdown({ type: "root", children }, OPTIONS);
}

/** The post's own front matter, and under the key "rungbook" what it does not tell. */
function frontMatter({ meta }: AnyDocument): string {
  if (meta.packet) return packetFront(meta, meta.packet);
  const own = meta.yaml === null ? "" : `${meta.yaml}\n`;
  const lines = originLines(meta.origin).map(([key, value]) => `  ${key}: ${quote(value)}\n`);
  return `---\n${own}rungbook:\n${lines.join("")}---\n`;
}

/** Where a packet comes from; nothing of what it says to whom. */
function packetFront({ origin, language }: Meta, { template, ladder }: PacketMeta): string {
  const told = { template, language, ladder };
  const lines = [...Object.entries(told), ...originLines(origin)];
  return `---\npacket:\n${lines.map(([key, value]) => `  ${key}: ${quote(value)}\n`).join("")}---\n`;
}

const originLines = (origin: Origin): [string, string][] =>
  (["slug", "file", "sha256", "date", "title", "language"] as const).flatMap((key) => {
    const value = origin[key];
    return value === undefined ? [] : [[key, value] as [string, string]];
  });

/** A YAML scalar that is read back as this text, plain where that is safe. */
const quote = (value: string): string =>
  /^[a-z][a-z./_-]*$/i.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value)
    ? value
    : JSON.stringify(value);
