import { beforeAll, describe, expect, it } from "vitest";
import type { DocxFile } from "../helpers/edit-docx.js";
import { linesChanged, type Made, made, markdownSeed, mergeEdit, seed } from "./made.js";

let html: Made;
let markdown: Made;

beforeAll(async () => {
  [html, markdown] = await Promise.all([seed(), markdownSeed()]);
});

const MENTOR = "You help mentor new hires.";
const STATUS = "You give higher-level status updates.";
const WHY = "You understand why the things we build are important to the business.";

const BLANKS =
  "You collaborate with Product to give early feedback about user stories and sometimes fill in the blanks.";

/** What a page's break leaves above a heading. */
const EMPTY_HEADING =
  '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>';

interface Case {
  name: string;
  edit(docx: DocxFile): unknown;
  /** What is told of it. */
  told: string[];
  /** The lines of the post that are others, in HTML and in Markdown. */
  html: string[];
  markdown: string[];
}

const CASES: Case[] = [
  {
    name: "a bullet that is added is a line with the tags and the indent of its siblings",
    edit: (docx) => docx.addAfter(MENTOR, "You feed & water the <cat>."),
    told: ["made added SE 2 › Role Highlights › 4"],
    html: ["+<li>You feed &amp; water the &lt;cat&gt;.</li>"],
    markdown: ["+- You feed & water the \\<cat>."],
  },
  {
    name: "a bullet that is deleted is a line less",
    edit: (docx) => docx.delete(MENTOR),
    told: ["made removed SE 2 › Role Highlights › 3"],
    html: [`-<li>${MENTOR}</li>`],
    markdown: [`-- ${MENTOR}`],
  },
  {
    name: "a bullet of which all words are deleted is a line less",
    edit: (docx) => docx.change(MENTOR, MENTOR, ""),
    told: ["made removed SE 2 › Role Highlights › 3"],
    html: [`-<li>${MENTOR}</li>`],
    markdown: [`-- ${MENTOR}`],
  },
  {
    name: "an empty heading above a level is none",
    edit: (docx) => docx.paragraph({ bookmark: "_rbc2" }).before(EMPTY_HEADING),
    told: [],
    html: [],
    markdown: [],
  },
  {
    name: "a heading that is deleted leaves its bullets to the section before it",
    edit: (docx) => docx.delete({ bookmark: "_rbs2" }),
    told: [
      ...[1, 2, 3, 4].map((number) => `made moved SE 1 › Domain Expertise › ${number}`),
      "made removed SE 1 › Domain Expertise",
    ],
    html: ["-</ul>", "-<h3>Domain Expertise</h3>", "-<ul>"],
    markdown: ["-", "-#### Domain Expertise", "-"],
  },
  {
    name: "and so does one that is emptied",
    edit: (docx) => docx.change({ bookmark: "_rbs2" }, "Domain Expertise", ""),
    told: [
      ...[1, 2, 3, 4].map((number) => `made moved SE 1 › Domain Expertise › ${number}`),
      "made removed SE 1 › Domain Expertise",
    ],
    html: ["-</ul>", "-<h3>Domain Expertise</h3>", "-<ul>"],
    markdown: ["-", "-#### Domain Expertise", "-"],
  },
  {
    name: "a bullet that is moved keeps its bytes",
    edit: (docx) => docx.move(MENTOR, BLANKS),
    told: ["made moved SE 2 › Role Highlights › 3"],
    html: [
      ...[MENTOR, WHY, BLANKS].map((text) => `-<li>${text}</li>`),
      ...[WHY, BLANKS, MENTOR].map((text) => `+<li>${text}</li>`),
    ],
    markdown: [
      ...[MENTOR, WHY, BLANKS].map((text) => `-- ${text}`),
      ...[WHY, BLANKS, MENTOR].map((text) => `+- ${text}`),
    ],
  },
  {
    name: "Enter in a bullet makes two of it",
    edit: (docx) => docx.split("You investigate and fix bugs, write tests.", "write tests."),
    told: ["made split SE 1 › Role Highlights › 2"],
    html: [
      "-<li>You investigate and fix bugs, write tests. </li>",
      "+<li>You investigate and fix bugs, </li>",
      "+<li>write tests.</li>",
    ],
    markdown: [
      "-- You investigate and fix bugs, write tests.",
      "+- You investigate and fix bugs,",
      "+- write tests.",
    ],
  },
  {
    name: "Enter in LibreOffice, which leaves the bookmark on both",
    edit: (docx) =>
      docx.split("You investigate and fix bugs, write tests.", "write tests.", "libreoffice"),
    told: ["made split SE 1 › Role Highlights › 2"],
    html: [
      "-<li>You investigate and fix bugs, write tests. </li>",
      "+<li>You investigate and fix bugs, </li>",
      "+<li>write tests.</li>",
    ],
    markdown: [
      "-- You investigate and fix bugs, write tests.",
      "+- You investigate and fix bugs,",
      "+- write tests.",
    ],
  },
  {
    name: "Delete at a bullet's end makes one of two",
    edit: (docx) => docx.join(STATUS),
    told: ["made joined SE 2 › Role Highlights › 2"],
    html: [`-<li>${STATUS}</li>`, `-<li>${MENTOR}</li>`, `+<li>${STATUS}${MENTOR}</li>`],
    markdown: [`-- ${STATUS}`, `-- ${MENTOR}`, `+- ${STATUS}${MENTOR}`],
  },
  {
    name: "a word made bold",
    edit: (docx) => docx.bold(MENTOR, "mentor"),
    told: ["made marked SE 2 › Role Highlights › 3"],
    html: [`-<li>${MENTOR}</li>`, "+<li>You help <b>mentor</b> new hires.</li>"],
    markdown: [`-- ${MENTOR}`, "+- You help **mentor** new hires."],
  },
  {
    name: "a link",
    edit: (docx) => docx.link(MENTOR, "new hires", "https://example.org/?a=1&b=2"),
    told: ["made marked SE 2 › Role Highlights › 3"],
    html: [
      `-<li>${MENTOR}</li>`,
      '+<li>You help mentor <a href="https://example.org/?a=1&amp;b=2">new hires</a>.</li>',
    ],
    markdown: [`-- ${MENTOR}`, "+- You help mentor [new hires](https://example.org/?a=1\\&b=2)."],
  },
  {
    name: "a link to a script is none",
    edit: (docx) => docx.link(MENTOR, "new hires", "javascript:alert(1)"),
    told: [],
    html: [],
    markdown: [],
  },
  {
    name: "a section's name",
    edit: (docx) => docx.change({ bookmark: "_rbs2" }, "Domain", "Our"),
    told: ["made reworded SE 1 › Domain Expertise"],
    html: ["-<h3>Domain Expertise</h3>", "+<h3>Our Expertise</h3>"],
    markdown: ["-#### Domain Expertise", "+#### Our Expertise"],
  },
  {
    name: "a level's title, among its facts; in Markdown the heading that shows it follows",
    edit: (docx) => docx.change({ bookmark: "_rbf8" }, "Senior Software Engineer", "Lead"),
    told: ["made reworded SE 3 › Title"],
    html: ["-<p>Senior Software Engineer</p>", "+<p>Lead</p>"],
    markdown: [
      '-### <a class="card" id="se-l3"></a>3 · Senior Software Engineer',
      "-",
      "-- **Level:** 3",
      "-- **Title:** Senior Software Engineer",
      '+### <a class="card" id="se-l3"></a>3 · Lead',
      "+",
      "+- **Level:** 3",
      "+- **Title:** Lead",
    ],
  },
  {
    name: "a level's title in its heading",
    edit: (docx) => docx.change("3 · Senior Software Engineer", "Senior Software Engineer", "Lead"),
    told: ["made reworded SE 3 › Title"],
    html: ["-<p>Senior Software Engineer</p>", "+<p>Lead</p>"],
    markdown: [
      '-### <a class="card" id="se-l3"></a>3 · Senior Software Engineer',
      "-",
      "-- **Level:** 3",
      "-- **Title:** Senior Software Engineer",
      '+### <a class="card" id="se-l3"></a>3 · Lead',
      "+",
      "+- **Level:** 3",
      "+- **Title:** Lead",
    ],
  },
  {
    name: "the track's name",
    edit: (docx) => docx.change({ bookmark: "_rbp1_0" }, "Individual Contributor", "IC"),
    told: ["made reworded SE"],
    html: [
      "-## Individual Contributor Track - Software Engineer",
      "+## IC Track - Software Engineer",
    ],
    markdown: [
      '-## <a class="part"></a>Individual Contributor Track - Software Engineer',
      '+## <a class="part"></a>IC Track - Software Engineer',
    ],
  },
  {
    name: "the document's title, which front matter tells",
    edit: (docx) => docx.change("Engineering Job Ladder", "Engineering Job Ladder", "Jobs: all"),
    told: ["made reworded title"],
    html: ["-title: Engineering Job Ladder", '+title: "Jobs: all"'],
    markdown: ["-title: Engineering Job Ladder", '+title: "Jobs: all"'],
  },
  {
    name: "prose",
    edit: (docx) =>
      docx.change(
        "SRE job ladder is based on the SRE job ladder by Dropbox",
        "is based on",
        "follows",
      ),
    told: ["made reworded text"],
    html: [
      '-SRE job ladder is based on the SRE job ladder by <a href="https://dropbox.github.io/dbx-career-framework/ic1_reliability_engineer.html">Dropbox</a>',
      '+SRE job ladder follows the SRE job ladder by <a href="https://dropbox.github.io/dbx-career-framework/ic1_reliability_engineer.html">Dropbox</a>',
    ],
    markdown: [
      "-SRE job ladder is based on the SRE job ladder by [Dropbox](https://dropbox.github.io/dbx-career-framework/ic1_reliability_engineer.html)",
      "+SRE job ladder follows the SRE job ladder by [Dropbox](https://dropbox.github.io/dbx-career-framework/ic1_reliability_engineer.html)",
    ],
  },
];

describe.each(CASES)("$name", ({ edit, told, ...lines }) => {
  it.each(["html", "markdown"] as const)("in %s", (kind) => {
    const post = kind === "html" ? html : markdown;
    const { changes, text } = mergeEdit(post, edit);
    expect(changes.map(({ kind: what, outcome, path }) => `${outcome} ${what} ${path}`)).toEqual(
      told,
    );
    expect(linesChanged(post.text, text)).toEqual(lines[kind]);
  });
});

describe("words typed", () => {
  const typed = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

  it.each([
    ["Markdown", "[A](https://a.example)", "So [A](https://a.example) it is"],
    [
      "HTML",
      '<p><a href="https://a.example">A</a></p>',
      '<p>So <a href="https://a.example">A</a> it is</p>',
    ],
  ])(
    "behind a link that ends a text, and before one that begins it, in %s",
    async (_, link, now) => {
      const post = await made(`# T\n\n${link}\n`, "x.md");
      const { text } = mergeEdit(post, (docx) => {
        docx.append("A", typed(" it is"));
        docx.paragraph("A it is").children("w\\:hyperlink").before(typed("So "));
      });
      expect(text).toBe(post.text.replace(link, now));
      const behind = mergeEdit(post, (docx) => docx.append("A", typed(" it is"))).text;
      expect(behind).toBe(post.text.replace(link, now.replace("So ", "")));
    },
  );
});

describe("the overview", () => {
  const cells = ["1", "2"].map(
    (label) => `${label}\nSoftware Engineer ${"I".repeat(Number(label))}`,
  );

  it("keeps its cells where they are, and tells that two can't be made one", () => {
    const { changes, text } = mergeEdit(html, (docx) => {
      const [into, from] = cells.map((text) => docx.paragraph(text));
      into?.after(from?.clone() ?? []);
      into?.closest("w\\:tc").children("w\\:tcPr").append('<w:gridSpan w:val="2"/>');
      from?.closest("w\\:tc").remove();
    });
    const outcomes = changes.map(({ outcome }) => outcome);
    expect(outcomes).toContain("unplaced");
    expect(outcomes).not.toContain("made");
    expect(text).toBe(html.text);
  });
});

it("a level of which LibreOffice's tracked deletion leaves an empty heading is gone, and the link to it", () => {
  const { changes, text } = mergeEdit(html, (docx) => {
    const rows = docx.paragraph({ bookmark: "_rbf4" }).closest("w\\:tbl").children("w\\:tr");
    docx.tracking = { author: "Ann", date: "2026-01-02T03:04:05Z" };
    docx.change({ bookmark: "_rbc2" }, "2 · Software Engineer", "");
    for (const row of rows.toArray()) {
      if (docx.$(row).children("w\\:trPr").length === 0) docx.$(row).prepend("<w:trPr/>");
      docx.$(row).children("w\\:trPr").append('<w:del w:id="9000" w:author="Ann"/>');
    }
  });
  expect(changes.map(({ kind, outcome, path }) => `${outcome} ${kind} ${path}`)).toEqual([
    "made marked Overview › Individual Contributor Track Software Engineer › 2",
    "made removed SE 2",
  ]);
  expect(text).not.toContain("se-l2");
});

it("what a fact is called is told, and can't be changed", () => {
  const { changes, text } = mergeEdit(html, (docx) =>
    docx.change("Experience", "Experience", "Years"),
  );
  expect(changes).toMatchObject([
    {
      outcome: "unplaced",
      path: "SE 1 › Experience",
      why: 'what a fact is called can\'t be changed from here: "Years"',
    },
  ]);
  expect(text).toBe(html.text);
});

describe("quotes, dashes and spaces that autocorrect has changed", () => {
  const typed = "confirming it's well thought out.";
  const line =
    "You prepare to work on new tasks by planning an approach ahead of time and confirming it's well thought out.";

  it("are left alone, and told, beside an edit of the same bullet", () => {
    const { changes, text } = mergeEdit(html, (docx) =>
      docx.change(line, typed, "confirming it\u2019s well\u00a0planned."),
    );
    expect(changes.map(({ kind, outcome }) => `${outcome} ${kind}`)).toEqual([
      "made reworded",
      "left autocorrected",
    ]);
    expect(linesChanged(html.text, text)).toEqual([
      `-<li>${line}</li>`,
      `+<li>${line.replace("thought out", "planned")}</li>`,
    ]);
  });

  it("are none where a word is typed in place of two with a no-break space between them", async () => {
    const list = await made("- Plan\u00a0it and ship.\n", "x.md");
    const edit = (docx: DocxFile) => docx.change("Plan\u00a0it and ship.", "Plan\u00a0it", "Go");
    const { text, changes } = mergeEdit(list, edit);
    expect(changes.map(({ outcome }) => outcome)).toEqual(["made"]);
    expect(text).toBe("- Go and ship.\n");
  });

  it("are edits like others where that is asked for", () => {
    const edit = (docx: DocxFile) => docx.change(line, "it's", "it\u2019s");
    expect(mergeEdit(html, edit).text).toBe(html.text);
    const { text } = mergeEdit(html, edit, { keepAutocorrect: true });
    expect(linesChanged(html.text, text)[1]).toContain("it\u2019s well thought out");
  });
});

describe("code", () => {
  const post = [
    ...["# T", "", "```js", 'let x = "1";', "", "if (x)", "  go();", "```", ""],
    ...["- item", "", "  ~~~", "  a", "    b", "  ~~~", "", "> ```", "> c", "> d", "> ```", ""],
    ...["A word.", "", "    e", "    f", "", "End.", ""],
  ].join("\r\n");

  it.each([
    ['let x = "1";', 'let y = "1";', ['-let x = "1";', '+let y = "1";']],
    ['let x = "1";', "let x = \u201c1\u201d;", []],
    ["  go();", "    go();", ["-  go();", "+    go();"]],
    ["  b", "c", ["-    b", "+  c"]],
    ["d", "*d*", ["-> d", "+> *d*"]],
    ["f", "<f>", ["-    f", "+    <f>"]],
  ])("is changed line by line, as it stands there: %j to %j", async (old, now, lines) => {
    const list = await made(post, "x.md");
    const { text } = mergeEdit(list, ({ $ }) =>
      $("w\\:t")
        .filter((_, each) => $(each).text() === old)
        .text(now),
    );
    const [before, after] = [post.split("\r\n"), text?.split("\r\n") ?? []];
    expect([
      ...before.filter((line, index) => line !== after[index]).map((line) => `-${line}`),
      ...after.filter((line, index) => line !== before[index]).map((line) => `+${line}`),
    ]).toEqual(lines);
  });
});

describe("the post has changed meanwhile", () => {
  const now = () =>
    html.text.replace(STATUS, "You tell all.").replace("Our engineering", "An engineering");

  it("elsewhere: both stand", () => {
    const { text, changes } = mergeEdit(html, (docx) => docx.change(MENTOR, "mentor", "teach"), {
      now: now(),
    });
    expect(changes.map(({ outcome }) => outcome)).toEqual(["made"]);
    expect(text).toBe(now().replace(MENTOR, "You help teach new hires."));
  });

  it("at the same place: a conflict with all three texts, and nothing is written", () => {
    const edit = (docx: DocxFile) => docx.change(STATUS, "status", "weather");
    const { text, changes } = mergeEdit(html, edit, { now: now() });
    expect(text).toBeNull();
    expect(changes).toMatchObject([
      {
        outcome: "conflict",
        path: "SE 2 › Role Highlights › 2",
        before: STATUS,
        after: "You give higher-level weather updates.",
        ours: "You tell all.",
        place: { start: { line: 121 } },
      },
    ]);
    expect(mergeEdit(html, edit, { now: now(), favour: "ours" }).text).toBe(now());
    expect(mergeEdit(html, edit, { now: now(), favour: "theirs" }).text).toBe(
      now().replace("You tell all.", "You give higher-level weather updates."),
    );
  });

  it("in the same way: it is no change", () => {
    const edit = (docx: DocxFile) => docx.change(STATUS, STATUS, "You tell all.");
    const { text, changes } = mergeEdit(html, edit, { now: now() });
    expect(changes.map(({ outcome }) => outcome)).toEqual(["already"]);
    expect(text).toBe(now());
  });
});
