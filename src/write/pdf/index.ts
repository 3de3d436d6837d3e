import { type Message, message } from "../../diagnostics.js";
import type { Place } from "../../model/ladder.js";
import type { WriteInput, Writer } from "../writer.js";
import { drawDocument } from "./draw/document.js";
import { type Fonts, makeFonts } from "./font/fonts.js";
import type { TextBox } from "./layout/box.js";
import type { Context } from "./layout/context.js";
import { layOut } from "./layout/document.js";
import { type Ledger, openLedger } from "./ledger.js";
import { numberNotes } from "./notes.js";
import { nodesOf } from "./walk.js";

/** Writes a PDF 1.7, tagged, with the ladder attached; text that is not drawn is an error. */
export const writePdf: Writer = async (input) => {
  const { document, ladder, resources } = input;
  const messages: Message[] = [];
  const fonts = makeFonts(resources);
  const context = contextOf(input, fonts);
  const ledger = openLedger(document, context.notes);
  const layout = layOut(document, context);
  const value = await drawDocument({
    layout,
    meta: document.meta,
    ladder,
    fonts,
    ledger,
    broken: (box) => messages.push(brokenImage(ledger.placeOf(box.leaf))),
    missing: (box) => messages.push(missingGlyph(box, ledger)),
  });
  return { value, messages: [...messages, ...ledger.lost()] };
};

/** What the layout of a document shares: its fonts, its notes' numbers, where its links may lead. */
export function contextOf({ document, resources }: WriteInput, fonts: Fonts): Context {
  const targets = new Set<string>();
  for (const node of nodesOf(document))
    if (node.kind === "anchors") for (const anchor of node.anchors) targets.add(anchor);
  return {
    fonts,
    resources,
    notes: numberNotes(document),
    targets,
    direction: document.meta.direction,
  };
}

function missingGlyph(box: TextBox, ledger: Ledger): Message {
  const character = box.actual ?? "";
  const points = [...character].map((each) => hex(each.codePointAt(0) ?? 0)).join(" ");
  const place = box.leaf ? ledger.placeOf(box.leaf) : undefined;
  const reason = `No font has a glyph for "${character}" (${points})`;
  return message("error", "missing-glyph", reason, { place, actual: character });
}

const hex = (point: number): string => `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;

const brokenImage = (place: Place | undefined): Message =>
  message("error", "broken-image", "The image can't be read", { place });
