import { messagesFor } from "../messages/index.js";
import type { Ladder } from "../model/ladder.js";
import { overviewOf, tracksOf } from "../model/walk.js";
import type { Kit } from "./compose.js";
import { Filler } from "./fill.js";
import { Formats } from "./formats.js";
import { Renderer } from "./liquid.js";
import type { Template } from "./template.js";

interface Common {
  ladder: Ladder;
  template: Template;
  locale: string;
}

/** What was parsed for one packet serves the next. */
const KITS = new WeakMap<object, Kit>();

/** What the packets of a batch are composed with. */
export function kitOf(shared: Common): Kit {
  const known = KITS.get(shared);
  if (known) return known;
  const { ladder, template, locale } = shared;
  const formats = new Formats(locale);
  const tracks = tracksOf(ladder.content);
  const kit: Kit = {
    ladder,
    template,
    locale,
    formats,
    filler: new Filler(new Renderer(formats)),
    setting: {
      hues: new Map(tracks.map((track, index) => [track, index])),
      overview: overviewOf(ladder.content),
      words: messagesFor(locale),
    },
  };
  KITS.set(shared, kit);
  return kit;
}
