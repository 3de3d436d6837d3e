import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import type { Ladder } from "../../src/model/ladder.js";
import { richText } from "../../src/model/rich.js";
import { readPost } from "../../src/read/index.js";
import { loadWriter } from "../../src/write/index.js";
import { corpus, hasCorpus } from "../helpers/corpus.js";
import { drawable, ladders } from "../helpers/ladders.js";
import { testResources } from "../helpers/resources.js";
import { strainedDocuments } from "../helpers/stress.js";
import { written } from "../write/pdf/made.js";
import { documentOf, everyBlock, linked, paragraph } from "../write/pdf/sample.js";
import { checkConformance } from "./check.js";
import { openPdf } from "./pdf/open.js";
import type { RuleId } from "./rules/index.js";

const SEED = "source/2019-12-17-engineering-job-ladder.md";

/** What its author alone can mend is told where the PDF is written, and found here. */
const AUTHORS: Record<string, RuleId> = {
  "skipped-heading": "UA 7.4.2-1",
  "table-without-headers": "own tables have header cells",
  "image-without-alt": "UA 7.3-1",
};

type Written = Awaited<ReturnType<typeof written>>;

/** The findings of a PDF, one line each, but for those that the writer told; told in vain is a finding too. */
async function findingsOf({ value, messages }: Written): Promise<string[]> {
  const told = new Set(messages.flatMap(({ ruleId }) => AUTHORS[ruleId ?? ""] ?? []));
  const findings = await checkConformance(value);
  const found = new Set(findings.map(({ rule }) => rule));
  return [
    ...findings
      .filter(({ rule }) => !told.has(rule))
      .map((each) => `${each.standard} ${each.rule}: ${each.message}, ${each.where}`),
    ...[...told].filter((rule) => !found.has(rule)).map((rule) => `told, and not found: ${rule}`),
  ];
}

/** The PDF of a ladder, and what its writer told. */
async function pdfOf(ladder: Ladder): Promise<Written> {
  const write = await loadWriter("pdf");
  return write({ document: compose(ladder), ladder, resources: testResources() });
}

function read(path: string): Ladder {
  const { value, messages } = readPost(readFileSync(path), { file: basename(path) });
  if (!value) throw new Error(`${path} gives no ladder: ${messages.map(String)}`);
  return value;
}

const SAMPLES = {
  "one of every block": documentOf(everyBlock()),
  "links, outside and to anchors of every kind": documentOf([
    linked("outside", "https://example.org/ä?a=(b)"),
    linked("inside", "#target"),
    paragraph("Its target", ["target", "__proto__", "constructor", "Zürich"]),
  ]),
  "no author, no subtitle, no date": documentOf([paragraph("Words")], {
    author: null,
    subtitle: null,
    date: null,
  }),
  "Persian, from the right": documentOf([paragraph("سطح مالکیت ۳۳")], {
    language: "fa",
    direction: "rtl",
  }),
  "Persian, then a line that has none of it": documentOf([
    {
      type: "paragraph",
      ...richText([
        { type: "text", text: "مالکیت " },
        { type: "text", text: `${"You ".repeat(40)}***`, code: true },
        { type: "text", text: "<b>" },
      ]),
    },
  ]),
  "words that XML would trip over": documentOf([paragraph('<&>"')], {
    title: 'A "title" & <more>',
    subtitle: "]]> & é 日本",
    author: "O'Neil & Söhne",
  }),
};

test("the seed's PDF is PDF/UA-1 and PDF/A-3a", async () => {
  expect(await findingsOf(await pdfOf(read(SEED)))).toEqual([]);
});

test.each(Object.entries(SAMPLES))("a PDF of %s is PDF/UA-1 and PDF/A-3a", async (_, document) => {
  expect(await findingsOf(await written(document))).toEqual([]);
});

test("the PDF of any ladder is PDF/UA-1 and PDF/A-3a", async () => {
  await fc.assert(
    fc.asyncProperty(ladders, async (ladder) => {
      expect(await findingsOf(await pdfOf(drawable(ladder)))).toEqual([]);
    }),
    { numRuns: process.env.RUNGBOOK_LONG ? 300 : 20 },
  );
});

test("the PDF of any document that strains its pages is PDF/UA-1 and PDF/A-3a", async () => {
  await fc.assert(
    fc.asyncProperty(strainedDocuments, async (document) => {
      expect(await findingsOf(await written(document))).toEqual([]);
    }),
    // Such a document is up to a hundred pages: seconds each, where others take a tenth of one. To make
    // smaller one that fails takes hours: it is told before the time is over, as small as it is by then.
    {
      numRuns: process.env.RUNGBOOK_LONG ? 200 : 8,
      interruptAfterTimeLimit: 540_000,
      markInterruptAsFailure: true,
    },
  );
}, 600_000);

describe.skipIf(!hasCorpus)(
  "published ladders as PDF/UA-1 and PDF/A-3a (skipped where they are missing)",
  () => {
    test.each(corpus)("%s", async (_, path) => {
      expect(await findingsOf(await pdfOf(read(path)))).toEqual([]);
    });
  },
);

const poppler = spawnSync("pdfinfo", ["-v"]).status === 0;

describe.skipIf(!poppler)("poppler agrees (skipped where pdfinfo is not installed)", () => {
  let folder: string;
  let file: string;
  let bytes: Uint8Array;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "conformance-"));
    file = join(folder, "seed.pdf");
    bytes = (await pdfOf(read(SEED))).value;
    writeFileSync(file, bytes);
    return () => rmSync(folder, { recursive: true });
  });

  test("on the tags, one by one", async () => {
    const told = execFileSync("pdfinfo", ["-struct", file]).toString();
    const types = [...told.matchAll(/^ *([A-Z]\w*)(?: <[^>]*>)?(?: "[^"]*")?(?: \(\w+\))?:?$/gm)];
    const { tree } = await openPdf(bytes);
    expect(types.map(([, type]) => type)).toEqual(tree?.elements.map(({ type }) => type));
  });

  test("that nothing is wrong, be it with the colour profile", () => {
    const { status, stderr } = spawnSync("pdftoppm", [
      "-r",
      "10",
      "-l",
      "2",
      file,
      join(folder, "p"),
    ]);
    expect([status, String(stderr)]).toEqual([0, ""]);
  });
});
