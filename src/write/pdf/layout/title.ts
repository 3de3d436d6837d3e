import { type AnyDocument, titleHeading } from "../../../document.js";
import { plainText } from "../../../model/rich.js";
import { aboutOf } from "../../../pdf-words.js";
import { isolated } from "../text/bidi.js";
import { anchored, kept, spaced } from "./blocks.js";
import type { ImageBox } from "./box.js";
import { owned } from "./card.js";
import type { Context, Frame } from "./context.js";
import { flowOf, heightOf, type Strip } from "./flow.js";
import { setLogo } from "./logo.js";
import { setText } from "./paragraph.js";
import { tagIn } from "./tag.js";

/** The head of the first page: title, subtitle, who wrote it and what it was made from, a bar. */
export function setTitle(document: AnyDocument, frame: Frame, context: Context): Strip[] {
  const { meta } = document;
  const { color, type } = context.style;
  // The title is read before the logo, whose frame tells how wide it is.
  const heading = titleHeading(document);
  const tag = tagIn(frame.tag, "H1", heading && { owner: heading });
  const { room, logo } = setLogo(frame, context);
  const grey = { ...room, color: color.grey };
  const title = setHeading(document, { ...room, tag }, context);
  const subtitle = setText(
    plainText(meta.subtitle ?? ""),
    { ...grey, type: type.subtitle, tag: tagIn(frame.tag, "P") },
    context,
    { serif: true, italic: true, fit: "even" },
  );
  const facts = aboutOf(meta).map((fact) => isolated(fact, context.direction));
  const about = setText(
    plainText(facts.join(" · ")),
    { ...grey, type: type.meta, tag: tagIn(frame.tag, "P") },
    context,
  );
  const below = owned([...spaced(subtitle, 6), ...spaced(about, 6)], meta);
  return [...besideLogo([...title, ...below], logo), bar(frame, context)];
}

/** The title: where the document begins with a heading that says it, that heading. */
function setHeading(document: AnyDocument, frame: Frame, context: Context): Strip[] {
  const { color, type } = context.style;
  const look = { ...frame, type: type.title, color: color.title };
  const serif = { serif: true, fit: "even" } as const;
  const heading = titleHeading(document);
  if (!heading)
    return owned(setText(plainText(document.meta.title), look, context, serif), document.meta);
  return anchored(setText(heading, look, context, serif), heading.anchors, frame);
}

/** The words of a title's head that are no heading's, in order. */
export function wordsOfTitle(document: AnyDocument): string {
  const { meta } = document;
  const title = titleHeading(document) ? "" : meta.title;
  return [title, meta.subtitle ?? "", aboutOf(meta).join(" · ")].join(" ");
}

/** Strips of words with the logo beside them, which is at least as high. */
function besideLogo(strips: Strip[], logo: ImageBox | null): Strip[] {
  const [first] = strips;
  const last = strips.at(-1);
  if (!logo || !first || !last) return strips;
  const height = heightOf(flowOf(strips));
  first.boxes.push(logo);
  last.height += Math.max(0, logo.height - height);
  return kept(strips);
}

function bar(frame: Frame, context: Context): Strip {
  const { width, height } = context.style.title.bar;
  const x = context.direction === "rtl" ? frame.x + frame.width - width : frame.x;
  const box = { kind: "rect" as const, x, y: 0, width, height, color: context.style.color.ink };
  return { kind: "strip", before: 16, height: height + 10, boxes: [box] };
}
