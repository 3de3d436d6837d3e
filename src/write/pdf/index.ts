import { createHash } from "node:crypto";
import { type Message, message } from "../../diagnostics.js";
import type { AnyDocument, Meta } from "../../document.js";
import { messagesFor } from "../../messages/index.js";
import type { Place } from "../../model/ladder.js";
import type { WriteInput, Writer } from "../writer.js";
import { faultsOf } from "./accessible.js";
import { drawDocument } from "./draw/document.js";
import { fittedLayout } from "./fitted.js";
import { packageOf } from "./font/eastAsian.js";
import { type Fonts, makeFonts } from "./font/fonts.js";
import { withShaper } from "./font/shaper.js";
import type { Context } from "./layout/context.js";
import { openLedger } from "./ledger.js";
import { missingGlyphs } from "./missing.js";
import { numberNotes } from "./notes.js";
import { styleOf } from "./style/style.js";
import { themeOf } from "./style/theme.js";
import { prepareBreaks } from "./text/breaks.js";
import { nodesOf, textsOf } from "./walk.js";

/**
 * Writes a PDF 1.7 that is PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3), with the ladder and the
 * post attached. Errors: text that is not drawn, a character without a font, an image that can't be
 * read, and what the author alone can make accessible.
 */
export const writePdf: Writer = async (input) => {
  const { document, ladder, resources, source, protection } = input;
  const messages: Message[] = [];
  const fonts = makeFonts(resources, () => packageOf(document.meta.language, textsOf(document)));
  await prepareBreaks(textsOf(document));
  const context = contextOf(input, fonts);
  const ledger = openLedger(document, context.notes);
  const missing = missingGlyphs(fonts, ledger);
  const layout = await withShaper(() => fittedLayout(input, context));
  messages.push(
    ...brokenPromise(document.meta, layout.pages.length),
    ...faultsOf(
      layout.root,
      (owner) => ledger.placeOf(owner) ?? (owner as { place?: Place }).place,
    ),
  );
  const value = await drawDocument({
    layout,
    meta: document.meta,
    ladder,
    source,
    profile: resources.profile(),
    fonts,
    ledger,
    broken: (box) => messages.push(brokenImage(ledger.placeOf(box.leaf))),
    missing: missing.add,
    protection: protection && { by: protection, content: contentOf(document) },
  });
  return { value, messages: [...messages, ...missing.messages(), ...ledger.lost()] };
};

/** What the layout of a document shares: its fonts, its notes' numbers, where its links may lead. */
export function contextOf({ document, resources }: WriteInput, fonts: Fonts): Context {
  const targets = new Set<string>();
  for (const node of nodesOf(document))
    if (node.kind === "anchors") for (const anchor of node.anchors) targets.add(anchor);
  return {
    style: styleOf(themeOf(resources)),
    fonts,
    resources,
    notes: numberNotes(document),
    targets,
    direction: document.meta.direction,
    packet: document.meta.packet !== undefined,
    words: messagesFor(document.meta.language),
  };
}

/** Tells a document from any other. */
const contentOf = (document: AnyDocument): string =>
  createHash("sha256").update(JSON.stringify(document)).digest("hex");

/** A packet of more or fewer pages than it promises. */
function brokenPromise({ packet }: Meta, pages: number): Message[] {
  if (!packet?.pages || (pages >= packet.pages.least && pages <= packet.pages.most)) return [];
  const { least, most } = packet.pages;
  const expected = least === most ? `${most}` : `${least} to ${most}`;
  const reason = `Unexpected ${pages} ${pages === 1 ? "page" : "pages"}, expected ${expected} as the template promises`;
  return [message("error", "packet-pages", reason, { actual: String(pages) })];
}

const brokenImage = (place: Place | undefined): Message =>
  message("error", "broken-image", "The image can't be read", { place });
