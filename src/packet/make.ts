import { unpublishable } from "../compose/publishable.js";
import { above, findStep, type Step } from "../compose/step.js";
import { failed, type Message, message, type Result } from "../diagnostics.js";
import type { AnyDocument } from "../document.js";
import type { Ladder, Level } from "../model/ladder.js";
import type { Resources } from "../resources.js";
import type { Theme } from "../theme/theme.js";
import { type Format, loadWriter } from "../write/index.js";
import type { Protection } from "../write/writer.js";
import { composePacket } from "./compose.js";
import { packetJson } from "./json.js";
import { kitOf } from "./kit.js";
import { scopeOf } from "./scope.js";
import type { Template } from "./template.js";
import type { Values } from "./values.js";

/** What all packets of a batch have in common. */
export interface Shared {
  ladder: Ladder;
  /** The post, as it came. */
  source: Uint8Array;
  template: Template;
  theme: Theme | null;
  /** BCP 47: "en", "de-AT". */
  locale: string;
  formats: readonly Format[];
  /** Levels that are not fit to publish are allowed. */
  allowFindings: boolean;
  resources: Resources;
  encryption: Encryption | null;
}

/** How a PDF is protected. */
export type Encryption = Protection;

/** One packet. */
export interface Order {
  /** The anchor of a level ("se-l2"). */
  level: string;
  /** Which title of a level with two. */
  title: string | null;
  values: Values;
}

/** One form of a packet. */
export interface Made {
  format: Format;
  bytes: Uint8Array;
}

/** The packet of one candidate: the bytes of each format, or why there is none. Pure: no files, no clock. */
export async function makePacket(order: Order, shared: Shared): Promise<Result<Made[] | null>> {
  const { value: step, messages } = stepOf(order, shared);
  if (!step) return { value: null, messages };
  const composed = composePacket(step, order.values, kitOf(shared));
  if (!composed.value) return composed as Result<null>;
  const found = [...composed.messages];
  const made: Made[] = [];
  for (const format of shared.formats) {
    const { value, messages } = await write(format, composed.value, order, shared);
    made.push({ format, bytes: value });
    found.push(...messages);
  }
  const told = found.map((each) => discreet(each, order.values));
  return { value: failed(told) ? null : made, messages: told };
}

/** The level that is meant, if it is fit to be sent. */
function stepOf(
  { level, title }: Order,
  { ladder, template, allowFindings }: Shared,
): Result<Step | null> {
  const found = findStep(ladder, level, title);
  if (!found.value || allowFindings) return found;
  const { track } = found.value;
  const shown = shownLevels(found.value, template);
  const why = shown.flatMap((each) => unpublishable(each, track) ?? []);
  return why.length > 0 ? { value: null, messages: why } : found;
}

/** The levels of which a template shows more than their names. */
function shownLevels(step: Step, { parts }: Template): Level[] {
  const others = parts.flatMap((part) => {
    if (part.type !== "slice") return [];
    const { slice, options } = part;
    if (slice === "track") return step.track.levels;
    const count = slice === "next" ? (options.count ?? 1) : Number(slice === "comparison");
    return above(step)
      .slice(0, count)
      .map(({ level }) => level);
  });
  return [...new Set([step.level, ...others])];
}

async function write(
  format: Format,
  document: AnyDocument,
  order: Order,
  shared: Shared,
): Promise<Result<Uint8Array>> {
  if (format === "json") return { value: packetJson(document, order, shared), messages: [] };
  const { ladder, theme, encryption } = shared;
  const protection = encryption ?? undefined;
  const resources = { ...shared.resources, theme };
  return (await loadWriter(format))({ document, ladder, resources, protection });
}

/** A message never holds a value: one that would is told without its words. */
function discreet(found: Message, values: Values): Message {
  const told = [found.reason, found.actual, found.note, ...(found.expected ?? [])].join("\n");
  const texts = [...values.values()].flatMap((value) => ("text" in value ? [value.text] : []));
  const lines = texts.flatMap((text) => text.split("\n"));
  const isPersonal = found.ruleId === "lost-text" || lines.some((line) => told.includes(line));
  if (!isPersonal) return found;
  const severity = found.fatal === true ? "error" : "warning";
  const rule = found.ruleId ?? "packet";
  return message(severity, rule, "A text of the packet can't be shown as it is");
}

/** The name of a packet's files, without ending: the template's pattern filled, not yet made safe. */
export function packetName(
  order: Order,
  shared: Pick<Shared, "ladder" | "template" | "locale">,
): Result<string | null> {
  const { value: step, messages } = findStep(shared.ladder, order.level, order.title);
  if (!step) return { value: null, messages };
  const { template, ladder } = shared;
  const scope = scopeOf(template, order.values, step, ladder);
  return kitOf(shared).filler.line(template.fileName, template.file, scope);
}
