import { beforeAll, describe, expect, it } from "vitest";
import { editedOf } from "../helpers/edited.js";
import {
  change,
  editedInOffice,
  go,
  hasUno,
  move,
  press,
  type Step,
  type,
  WITHOUT_UNO,
} from "../helpers/office-edits.js";
import {
  bookmark,
  changedLines,
  linesChanged,
  type Made,
  mergeBytes,
  seed,
  wordsToChange,
} from "./made.js";

const MINUTES = process.env.RUNGBOOK_LONG ? 1_200_000 : 120_000;

let post: Made;

beforeAll(async () => {
  post = await seed();
});

/** What is told of a file that was edited, and the lines of the post that are others. */
function mergedOf(bytes: Uint8Array) {
  const { changes, text } = mergeBytes(bytes, post);
  return {
    told: changes.map(({ kind, outcome, path }) => `${outcome} ${kind} ${path}`),
    lines: linesChanged(post.text, text),
  };
}

describe.skipIf(!hasUno)(
  `each of the 184 expectations, changed by a word in LibreOffice (${WITHOUT_UNO})`,
  () => {
    // Each in a file of its own takes minutes: some of them, beside all in one file.
    const step = process.env.RUNGBOOK_LONG ? 1 : 23;
    let words: ReturnType<typeof wordsToChange>;
    let some: typeof words;
    let all: Uint8Array[];
    let single: Uint8Array[];

    beforeAll(async () => {
      words = wordsToChange(post);
      some = words.filter(([number]) => number % step === 0);
      const stepsOf = ([number, word]: (typeof words)[number]) =>
        change(bookmark(number), word, "anew");
      const steps = words.flatMap(stepsOf);
      const saved = await editedInOffice(post.docx, [
        { steps },
        { steps, tracking: true },
        ...some.map((each, index) => ({ steps: stepsOf(each), tracking: index % 2 === 0 })),
      ]);
      [all, single] = [saved.slice(0, 2), saved.slice(2)];
    }, MINUTES);

    it("is one changed line, the right one, be the change tracked or not", {
      timeout: MINUTES,
    }, () => {
      single.forEach((bytes, index) => {
        const { changes, text } = mergeBytes(bytes, post);
        expect(changes.map(({ kind, outcome }) => `${outcome} ${kind}`)).toEqual(["made reworded"]);
        expect(changedLines(post.text, text)).toEqual([some[index]?.[2]]);
      });
    });

    it("all at once are as many changed lines, and none where they are rejected", () => {
      expect(words).toHaveLength(184);
      const lines = words.map(([, , line]) => line);
      for (const bytes of all)
        expect(changedLines(post.text, mergeBytes(bytes, post).text)).toEqual(lines);
      const rejected = mergeBytes(all[1] as Uint8Array, post, { changes: "reject" });
      expect(rejected).toMatchObject({ changes: [], text: post.text });
    });
  },
);

const MENTOR = "You help mentor new hires.";
const STATUS = "You give higher-level status updates.";
const WHY = "You understand why the things we build are important to the business.";
const BUGS = "You investigate and fix bugs, write tests.";
const HIGHLIGHTS = "SE 2 › Role Highlights";

interface Case {
  name: string;
  steps: Step[];
  told: string[];
  lines: string[];
  /** True for what LibreOffice tracks not at all, or not as it was: it can't be rejected. */
  untracked?: true;
}

const item = (sign: "-" | "+", text: string) => `${sign}<li>${text}</li>`;

const CASES: Case[] = [
  {
    name: "a bullet that is added with Enter",
    steps: [go(MENTOR, "end"), press("InsertPara"), type("You feed & water the <cat>.")],
    told: [`made added ${HIGHLIGHTS} › 4`],
    lines: [item("+", "You feed &amp; water the &lt;cat&gt;.")],
  },
  {
    name: "an empty bullet, which is none",
    steps: [go(MENTOR, "end"), press("InsertPara")],
    told: [],
    lines: [],
  },
  {
    name: "a bullet that is deleted",
    steps: [go(MENTOR, "line"), press("Delete")],
    told: [`made removed ${HIGHLIGHTS} › 3`],
    lines: [item("-", MENTOR)],
  },
  {
    name: "a bullet that is emptied",
    steps: [go(MENTOR, "all"), press("Delete")],
    told: [`made removed ${HIGHLIGHTS} › 3`],
    lines: [item("-", MENTOR)],
  },
  {
    name: "a bullet that is cut and pasted",
    steps: move(WHY, MENTOR),
    told: [`made moved ${HIGHLIGHTS} › 4`],
    lines: [item("-", MENTOR), item("-", WHY), item("+", WHY), item("+", MENTOR)],
  },
  {
    name: "a bullet that is moved down by the keys",
    steps: [go(MENTOR, "start"), press("MoveDown")],
    told: [`made moved ${HIGHLIGHTS} › 4`],
    lines: [item("-", MENTOR), item("-", WHY), item("+", WHY), item("+", MENTOR)],
  },
  {
    name: "a bullet that is copied",
    steps: [go(MENTOR, "line"), press("Copy"), go(bookmark(7), "start"), press("Paste")],
    told: ["made added SE 1 › Domain Expertise › 4"],
    lines: [item("+", MENTOR)],
  },
  {
    name: "a bullet that is parted",
    steps: [go(BUGS, { before: "write tests." }), press("InsertPara")],
    told: ["made split SE 1 › Role Highlights › 2"],
    lines: [
      item("-", `${BUGS} `),
      item("+", "You investigate and fix bugs, "),
      item("+", "write tests."),
    ],
  },
  {
    name: "two bullets that are joined",
    steps: [go(STATUS, "end"), press("Delete")],
    told: [`made joined ${HIGHLIGHTS} › 2`],
    lines: [item("-", STATUS), item("-", MENTOR), item("+", `${STATUS}${MENTOR}`)],
  },
  {
    name: "a word that is made bold",
    steps: [go(MENTOR, { words: "mentor" }), press("Bold", { Bold: true })],
    told: [`made marked ${HIGHLIGHTS} › 3`],
    lines: [item("-", MENTOR), item("+", "You help <b>mentor</b> new hires.")],
  },
  {
    name: "a link",
    steps: [
      go(MENTOR, { words: "new hires" }),
      press("SetHyperlink", {
        "Hyperlink.Text": "new hires",
        "Hyperlink.URL": "https://example.org/?a=1&b=2",
      }),
    ],
    told: [`made marked ${HIGHLIGHTS} › 3`],
    lines: [
      item("-", MENTOR),
      item("+", 'You help mentor <a href="https://example.org/?a=1&amp;b=2">new hires</a>.'),
    ],
    untracked: true,
  },
  {
    name: "a section that is added below a bullet",
    steps: [
      go(bookmark(3), "end"),
      press("InsertPara"),
      press("StyleApply", { Style: "Heading 3", FamilyName: "ParagraphStyles" }),
      type("Courage"),
      press("InsertPara"),
      press("StyleApply", { Style: "List Bullet", FamilyName: "ParagraphStyles" }),
      type("You dare."),
    ],
    told: ["made added SE 1 › Courage"],
    lines: ["+<h3>Courage</h3>", "+<ul>", item("+", "You dare."), "+</ul>"],
  },
  {
    name: "a section's heading that is deleted, after which its bullets are the section's before it",
    steps: [go({ bookmark: "_rbs2" }, "line"), press("Delete")],
    told: [
      ...[1, 2, 3, 4].map((number) => `made moved SE 1 › Domain Expertise › ${number}`),
      "made removed SE 1 › Domain Expertise",
    ],
    lines: ["-</ul>", "-<h3>Domain Expertise</h3>", "-<ul>"],
  },
  {
    name: "a level's title in its heading",
    steps: change("3 · Senior Software Engineer", "Senior Software Engineer", "Lead"),
    told: ["made reworded SE 3 › Title"],
    lines: ["-<p>Senior Software Engineer</p>", "+<p>Lead</p>"],
  },
  {
    name: "a page that is begun before a level",
    steps: [go("2 · Software Engineer", "start"), press("InsertPagebreak")],
    told: [],
    lines: [],
  },
  {
    name: "a cell of the overview",
    steps: change("1\nSoftware Engineer I", "Engineer I", "Developer"),
    told: ["made reworded Overview › Individual Contributor Track Software Engineer › 1"],
    lines: [
      '-<td>1<br/><a href="#se-l1">Software Engineer I</a></td>',
      '+<td>1<br/><a href="#se-l1">Software Developer</a></td>',
    ],
  },
  {
    name: "a no-break space, which is no other space than the post's",
    steps: [go(MENTOR, { words: " new" }), press("InsertNonBreakingSpace"), type("new")],
    told: [`left autocorrected ${HIGHLIGHTS} › 3`],
    lines: [],
  },
  {
    name: "the table of contents, made anew",
    steps: [press("UpdateAllIndexes")],
    told: [],
    lines: [],
  },
];

const COMMENT = [
  go(MENTOR, { words: "mentor" }),
  press("InsertAnnotation", { Text: "Why & how?", Author: "Ann" }),
];

describe.skipIf(!hasUno)(`what a person does in LibreOffice (${WITHOUT_UNO})`, () => {
  let saved: Uint8Array[];

  beforeAll(async () => {
    const works = CASES.flatMap(({ steps }) => [{ steps }, { steps, tracking: true }]);
    saved = await editedInOffice(post.docx, [...works, { steps: COMMENT }]);
  }, MINUTES);

  it.each(CASES.map((each, index) => ({ ...each, index })))(
    "$name",
    ({ index, told, lines, untracked }) => {
      const [plain, tracked] = saved.slice(2 * index) as [Uint8Array, Uint8Array];
      expect(mergedOf(plain)).toEqual({ told, lines });
      expect(mergedOf(tracked)).toEqual({ told, lines });
      const rejected = mergeBytes(tracked, post, { changes: "reject" });
      if (!untracked) expect(rejected).toMatchObject({ changes: [], text: post.text });
    },
  );

  it("a comment is told with the words that it is about, and changes nothing", () => {
    const bytes = saved.at(-1);
    expect(mergedOf(bytes as Uint8Array)).toEqual({ told: [], lines: [] });
    expect(editedOf(bytes as Uint8Array).comments).toMatchObject([
      { author: "Ann", text: "Why & how?", quoted: "mentor", done: false, node: { text: MENTOR } },
    ]);
  });
});
