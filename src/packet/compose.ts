import type { Setting } from "../compose/handbook.js";
import { type Cut, SLICES } from "../compose/slices/index.js";
import type { Step } from "../compose/step.js";
import { failed, type Message, type Result } from "../diagnostics.js";
import type { AnyBlock, AnyDocument, Meta } from "../document.js";
import type { Ladder } from "../model/ladder.js";
import { plainText } from "../model/rich.js";
import { shortHash } from "../pdf-words.js";
import type { Filler } from "./fill.js";
import type { Formats } from "./formats.js";
import { scopeOf } from "./scope.js";
import type { SliceOptions, Template, TemplatePart, TextFile } from "./template.js";
import type { Values } from "./values.js";
import { languageOf, textIn } from "./words.js";

/** What packets are composed with; the same for all of a batch. */
export interface Kit {
  ladder: Ladder;
  template: Template;
  locale: string;
  filler: Filler;
  formats: Formats;
  setting: Setting;
}

/** Composes the packet of one candidate. */
export function composePacket(step: Step, values: Values, kit: Kit): Result<AnyDocument | null> {
  const { template, filler, locale } = kit;
  const scope = scopeOf(template, values, step, kit.ladder);
  const messages: Message[] = [];
  const take = <T>({ value, messages: found }: Result<T | null>): T | null => {
    messages.push(...found);
    return value;
  };
  const line = (text: string) => take(filler.line(text, template.file, scope));
  const title = line(textIn(template.title, locale));
  const below = template.subtitle === null ? null : line(textIn(template.subtitle, locale));
  const subtitle = below === "" ? null : below;
  const parts = template.parts.filter(
    ({ when }) => when === undefined || (when === "next") === (step.next !== null),
  );
  const blocks = parts.flatMap((part): AnyBlock[] => {
    if (part.type === "page") return [{ type: "page" }];
    if (part.type === "slice") return SLICES[part.slice](cutOf(step, values, part.options, kit));
    return take(filler.blocks(fileIn(part, locale), scope)) ?? [];
  });
  if (failed(messages) || title === null) return { value: null, messages };
  return { value: { meta: metaOf(title, subtitle, kit), blocks }, messages };
}

/** The file in the language of a locale: its own, else the one without a language. */
function fileIn({ files }: Extract<TemplatePart, { type: "text" }>, locale: string): TextFile {
  const own = files.find(({ language }) => language === languageOf(locale));
  return own ?? (files.find(({ language }) => language === null) as TextFile);
}

function cutOf(step: Step, values: Values, options: SliceOptions, kit: Kit): Cut {
  const { ladder, setting, locale, formats } = kit;
  const { heading, fields = [], count = 1, lines = 8 } = options;
  return {
    ladder,
    step,
    setting,
    heading: heading === undefined ? null : textIn(heading, locale),
    facts: fields.flatMap((name) => factOf(name, values, kit)),
    date: ladder.date === null ? "" : formats.date(ladder.date),
    count,
    lines,
  };
}

function factOf(name: string, values: Values, { template, locale, formats }: Kit): Cut["facts"] {
  const field = template.fields.find((each) => each.name === name);
  const value = values.get(name);
  if (!field || !value) return [];
  const text =
    "text" in value
      ? value.text
      : value.type === "boolean"
        ? formats.yesNo(value.value)
        : formats.show(value, field.format);
  return [{ name: textIn(field.label ?? name, locale), value: plainText(text) }];
}

function metaOf(title: string, subtitle: string | null, kit: Kit): Meta {
  const { ladder, template, locale, formats, setting } = kit;
  const date = ladder.date === null ? "" : formats.date(ladder.date);
  const { left, right } = template.header;
  return {
    origin: ladder.origin,
    yaml: null,
    title,
    subtitle,
    author: null,
    date: ladder.date,
    language: locale,
    direction: ladder.direction,
    packet: {
      template: template.name,
      ladder: ladder.title,
      header: { left: textIn(left, locale), right: textIn(right, locale) },
      footer: `${setting.words.of(ladder.title, date)} · ${shortHash(ladder.origin.sha256)}`,
      pages: template.pages,
    },
  };
}
