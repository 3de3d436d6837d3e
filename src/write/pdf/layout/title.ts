import type { Meta } from "../../../document.js";
import { plainText } from "../../../model/rich.js";
import { theme } from "../theme.js";
import { dateText, shortHash, words } from "../words.js";
import { spaced } from "./blocks.js";
import { owned } from "./card.js";
import type { Context, Frame } from "./context.js";
import type { Strip } from "./flow.js";
import { setText } from "./paragraph.js";
import { tagIn } from "./tag.js";

/** The head of the first page: title, subtitle, who wrote it and what it was made from, a bar. */
export function setTitle(meta: Meta, frame: Frame, context: Context): Strip[] {
  const grey = { ...frame, color: theme.color.grey };
  const title = setText(
    plainText(meta.title),
    { ...frame, type: theme.type.title, tag: tagIn(frame.tag, "H1") },
    context,
    { serif: true },
  );
  const subtitle = setText(
    plainText(meta.subtitle ?? ""),
    { ...grey, type: theme.type.subtitle, tag: tagIn(frame.tag, "P") },
    context,
    { serif: true, italic: true },
  );
  const about = setText(
    plainText(aboutOf(meta).join(" · ")),
    { ...grey, type: theme.type.meta, tag: tagIn(frame.tag, "P") },
    context,
  );
  return [
    ...owned([...title, ...spaced(subtitle, 6), ...spaced(about, 6)], meta),
    bar(frame, context),
  ];
}

/** Author, date and source: what is known of them. */
export function aboutOf(meta: Meta): string[] {
  const { author, date, language, origin } = meta;
  return [
    ...(author === null ? [] : [author]),
    ...(date === null ? [] : [dateText(date, language)]),
    words.from(origin.file, shortHash(origin.sha256)),
  ];
}

/** The words of a title's head, in order. */
export const wordsOfTitle = (meta: Meta): string =>
  [meta.title, meta.subtitle ?? "", aboutOf(meta).join(" · ")].join(" ");

function bar(frame: Frame, context: Context): Strip {
  const { width, height } = theme.title.bar;
  const x = context.direction === "rtl" ? frame.x + frame.width - width : frame.x;
  const box = { kind: "rect" as const, x, y: 0, width, height, color: theme.color.ink };
  return { kind: "strip", before: 16, height: height + 10, boxes: [box] };
}
