import type { Meta } from "../../../document.js";
import { plainText } from "../../../model/rich.js";
import { aboutOf } from "../../../pdf-words.js";
import { isolated } from "../text/bidi.js";
import { kept, spaced } from "./blocks.js";
import type { ImageBox } from "./box.js";
import { owned } from "./card.js";
import type { Context, Frame } from "./context.js";
import { flowOf, heightOf, type Strip } from "./flow.js";
import { setLogo } from "./logo.js";
import { setText } from "./paragraph.js";
import { tagIn } from "./tag.js";

/** The head of the first page: title, subtitle, who wrote it and what it was made from, a bar. */
export function setTitle(meta: Meta, frame: Frame, context: Context): Strip[] {
  const { color, type } = context.style;
  const heading = tagIn(frame.tag, "H1");
  const { room, logo } = setLogo(frame, context);
  const grey = { ...room, color: color.grey };
  const title = setText(
    plainText(meta.title),
    { ...room, type: type.title, tag: heading, color: color.title },
    context,
    { serif: true, fit: "even" },
  );
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
  const words = owned([...title, ...spaced(subtitle, 6), ...spaced(about, 6)], meta);
  return [...besideLogo(words, logo), bar(frame, context)];
}

/** The words of a title's head, in order. */
export const wordsOfTitle = (meta: Meta): string =>
  [meta.title, meta.subtitle ?? "", aboutOf(meta).join(" · ")].join(" ");

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
