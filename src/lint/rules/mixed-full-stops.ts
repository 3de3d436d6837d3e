import { lines } from "../examples.js";
import type { Fix, Found, LintedPost, Rule } from "../rule.js";
import { type Ending, endingOf } from "../words/endings.js";
import { expectationsOf, listsOf } from "../words/lists.js";
import { NEXT_SENTENCE } from "../words/signs.js";
import type { Text } from "../words/texts.js";

/** From this share on a list, or a post, is sure of how its expectations end. */
const SURE = 0.75;

/** How most expectations end; null where it is one way as often as the other. */
interface Usage {
  ending: Ending | null;
  isMixed: boolean;
  isSure: boolean;
}

function* check(post: LintedPost): Generator<Found> {
  const lists = [...listsOf(post.ladder.content)].map((list) => expectationsOf(list, post));
  const usual = usageOf(lists.flat());
  for (const list of lists) {
    const own = usageOf(list);
    const { ending, isSure } = usual.isSure || own.ending === null ? usual : own;
    if (!own.isMixed || ending === null) continue;
    for (const text of list) if (differs(text, ending)) yield foundAt(text, ending, isSure);
  }
}

function usageOf(texts: readonly Text[]): Usage {
  const endings = texts.map(endingOf);
  const stop = endings.filter((each) => each === "stop").length;
  const none = endings.filter((each) => each === "none").length;
  return {
    ending: stop === none ? null : stop > none ? "stop" : "none",
    isMixed: stop > 0 && none > 0,
    isSure: Math.max(stop, none) >= SURE * (stop + none),
  };
}

/** What has more than one sentence needs its last full stop. */
function differs(text: Text, usual: Ending): boolean {
  const own = endingOf(text);
  return own !== null && own !== usual && !(own === "stop" && NEXT_SENTENCE.test(text.prose));
}

function foundAt(text: Text, usual: Ending, isSure: boolean): Found {
  const { length } = text.rich.text;
  const fix = isSure ? fixOf(text, usual) : null;
  return {
    reason:
      usual === "stop"
        ? "Unexpected end without a full stop, expected one as most of the others have"
        : "Unexpected full stop, expected none as most of the others have none",
    place: text.placeOf(length - 1, length),
    ...(fix && { fix: [fix] }),
  };
}

/** Behind a plain word, or a bracket within its sentence; nobody can tell for the end of a link or a mark. */
const PLAIN_END = /[\p{L}\p{M}\p{N}%]$|\p{L} \([^()]*[^().!?…]\)$/u;

function fixOf(text: Text, usual: Ending): Fix | null {
  const { rich, prose } = text;
  const last = rich.spans?.at(-1);
  if (last && (last.type !== "text" || Object.keys(last).length > 2)) return null;
  const stretch = text.written(prose.length - 1, prose.length);
  if (!stretch) return null;
  if (usual === "none") return prose.endsWith(".") ? { ...stretch, text: "" } : null;
  return PLAIN_END.test(prose) ? { start: stretch.end, end: stretch.end, text: "." } : null;
}

/** A list reads as one where its items end alike. */
export const mixedFullStops = {
  name: "mixed-full-stops",
  summary: "Some expectations of a list end with a full stop, and some do not.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "expectations without the full stop that the others have",
      post: lines(
        "- You plan.",
        "- You act.",
        "- You learn. You teach.",
        "- You rest.",
        "- You lead.",
        "- You help.",
        "- You meet.",
        "- You hire.",
        "- You write.",
        "- You write code",
        "- You know tools (e.g. git, make)",
        "- You read [the book](https://example.com/book)",
      ),
      found: [
        "10:16 Unexpected end without a full stop, expected one as most of the others have",
        "11:33 Unexpected end without a full stop, expected one as most of the others have",
        "12:20 Unexpected end without a full stop, expected one as most of the others have",
      ],
      fixed: lines(
        "- You plan.",
        "- You act.",
        "- You learn. You teach.",
        "- You rest.",
        "- You lead.",
        "- You help.",
        "- You meet.",
        "- You hire.",
        "- You write.",
        "- You write code.",
        "- You know tools (e.g. git, make).",
        "- You read [the book](https://example.com/book)",
      ),
    },
    {
      shows: "an expectation with a full stop that the others have not",
      post: lines(
        "- Plans work",
        "- Acts on plans",
        "- Learns what helps. Teaches it.",
        "- Rests well",
        "- Writes code.",
        "- Knows (all) tools",
        "- Leads *well.*",
        "- Hires others",
        "- Meets the team",
        "- Helps people",
        "- Reviews code",
        "- Asks why",
      ),
      found: [
        "5:14 Unexpected full stop, expected none as most of the others have none",
        "7:14 Unexpected full stop, expected none as most of the others have none",
      ],
      fixed: lines(
        "- Plans work",
        "- Acts on plans",
        "- Learns what helps. Teaches it.",
        "- Rests well",
        "- Writes code",
        "- Knows (all) tools",
        "- Leads *well.*",
        "- Hires others",
        "- Meets the team",
        "- Helps people",
        "- Reviews code",
        "- Asks why",
      ),
    },
    {
      shows: "as many with a full stop as without: nobody can tell which are meant",
      post: lines("- Plans work.", "- Acts on plans.", "- Rests well", "- Writes code"),
      found: [],
    },
    {
      shows: "names, an emoticon, what leads on, and what ends with another sign",
      post: lines(
        "- You plan.",
        "- You act.",
        "- **Our values**: Being Curious & Being Kind",
        "- You learn:",
        "- You know",
        "  - this and that",
        "- You own tools, makes, etc.",
        "- You smile :)",
        "- Really?",
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
