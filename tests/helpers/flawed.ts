import fc from "fast-check";

/** What writers leave in a text, among words and notations that look like it and are none. */
const TOKENS = [
  ..."You plan ship the the care and and tests team's team’s “clever” don't engineers' 'best practices'".split(
    " ",
  ),
  ...[
    '"clever"',
    "it&#39;s",
    "it&rsquo;s",
    "R&amp;D",
    "24&quot;",
    'say "no"',
    "plan plan",
    ":)",
    ";-)",
  ],
  ...[
    "`a  b `",
    "``it's`` ",
    "*em *",
    "**Bold**",
    "__it's__",
    "~~gone~~",
    "<b>bold </b>",
    "\\*",
    "\\'",
  ],
  ...[
    "[link  text](https://x.org/a_(b))",
    "![alt  text](a.png)",
    "<https://x.org/it's>",
    "www.x.org",
  ],
  ...[
    "a\u00a0plan",
    "plan\u00a0your",
    "plan&nbsp; ",
    "ends .",
    "word ,",
    "why ?",
    "(see tools)",
    "etc.",
  ],
  ...[
    "{% raw 'x  y' %}",
    '{{ "x" }}',
    "<!-- a  b -->",
    "日本語",
    "😀",
    "…",
    "TODO:",
    "<br/>",
    "<code>a  'b'</code>",
  ],
];

const text = fc
  .array(fc.tuple(fc.constantFrom(...TOKENS), fc.constantFrom(" ", " ", " ", "  ", "\u00a0")), {
    minLength: 1,
    maxLength: 6,
  })
  .map((each) => each.flat().slice(0, -1).join(""));

const line = fc
  .tuple(text, fc.constantFrom("", ".", ".", ".", " ", "  ", "\t", ". ", "."))
  .map((parts) => parts.join(""));

/** The line, written as a block of some kind. */
const BLOCKS: readonly ((line: string) => string)[] = [
  ...Array(4).fill((each: string) => `- ${each}`),
  (each) => `1. ${each}`,
  (each) => `  - ${each}`,
  (each) => `> ${each}`,
  (each) => `${each}\n`,
  (each) => `\n## ${each}\n`,
  (each) => `\n| ${each.replaceAll("|", "")} | b |\n| --- | --- |\n| c | ${each} |\n`,
  (each) => `\n<ul>\n<li>${each}</li>  \n<li class='x'><p>${each}</p>\n</ul>\n`,
  (each) => `\n<table><tr>\n<td>${each} </td>\n<td><h3>${each}</h3></td></tr></table>\n`,
  (each) => `\n\`\`\`\n${each}\n\`\`\`\n`,
  () => "-",
];

/** Posts full of slips of the pen, in all notations. */
export const flawedPosts: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.tuple(fc.constantFrom(...BLOCKS), line).map(([block, each]) => block(each)),
      { minLength: 1, maxLength: 9 },
    ),
    fc.constantFrom("\n", "\n", "\r\n"),
  )
  .map(([blocks, eol]) => `# Ladder\n\n${blocks.join("\n")}\n`.replaceAll("\n", eol));
