import { createHash } from "node:crypto";
import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { tracksOf } from "../../src/model/walk.js";
import { packetName, type Shared } from "../../src/packet/make.js";
import {
  docxTexts,
  ladder,
  made,
  markdownTexts,
  orderOf,
  pdfTexts,
  sharedOf,
  shipped,
} from "./made.js";

const TEMPLATES = ["offer", "role", "growth"];

/** All that can be said of a candidate, and the least that must be. */
const FULL: Record<string, Record<string, string>> = {
  offer: {
    "candidate.name": "Ann Example",
    "company.name": "Acme",
    start_date: "2027-02-01",
    salary: "85000.50 EUR",
    bonus: "10",
    location: "Athens",
    remote: "yes",
    reply_by: "2027-01-15",
    "sender.name": "Bo Lead",
    "sender.title": "CTO",
  },
  role: { "candidate.name": "Ann Example" },
  growth: { "candidate.name": "Ann Example", "manager.name": "Bo Lead", date: "2027-02-01" },
};
const LEAST: Record<string, Record<string, string>> = {
  offer: { "candidate.name": "Ann Example" },
  role: {},
  growth: { "candidate.name": "Ann Example" },
};

/** Levels of all kinds: a first one, the longest, a last one, one of two titles, one that is thin. */
const LEVELS: [string, string | null][] = tracksOf(ladder.content).flatMap((track) =>
  track.levels.map((level): [string, string | null] => [
    level.anchor ?? "",
    level.titles.length > 1 ? (level.titles[1] ?? null) : null,
  ]),
);

const pagesOf = async (pdf: Uint8Array): Promise<number> =>
  (await PDFDocument.load(pdf)).getPageCount();

describe.each(TEMPLATES)("%s", (name) => {
  test("keeps to its pages for every level, with all values and with the fewest", async () => {
    const template = await shipped(name);
    const shared = sharedOf(template, { formats: ["pdf"], allowFindings: true });
    for (const [level, title] of LEVELS)
      for (const values of [FULL, LEAST]) {
        const { pdf } = await made(orderOf(template, values[name] ?? {}, { level, title }), shared);
        const pages = await pagesOf(pdf);
        expect(pages).toBeGreaterThanOrEqual(template.pages?.least ?? 1);
        expect(pages).toBeLessThanOrEqual(template.pages?.most ?? 1);
      }
  }, 240_000);

  test.each(["en-GB", "de"])("leaves no slot and no placeholder, in %s", async (locale) => {
    const template = await shipped(name);
    const files = await made(orderOf(template, FULL[name] ?? {}), sharedOf(template, { locale }));
    const texts = [
      ...markdownTexts(files.md),
      ...docxTexts(files.docx),
      ...(await pdfTexts(files.pdf)),
    ];
    expect(texts.length).toBeGreaterThan(60);
    const left =
      /[{}[\]]|%\}|\ue000|lorem|ipsum|todo|tbd|xxx|placeholder|undefined|\bnull\b|\bNaN\b|object Object/i;
    expect(texts.filter((text) => left.test(text))).toEqual([]);
  });

  test("gives the same bytes again, in any order, with any other forms", async () => {
    const template = await shipped(name);
    const order = orderOf(template, FULL[name] ?? {});
    const hashes = async (shared: Shared) =>
      Object.fromEntries(
        Object.entries(await made(order, shared)).map(([format, bytes]) => [
          format,
          createHash("sha256").update(bytes).digest("hex"),
        ]),
      );
    const shared = sharedOf(template);
    const first = await hashes(shared);
    await made(orderOf(template, LEAST[name] ?? {}, { level: "m-l1" }), shared);
    expect(await hashes(shared)).toEqual(first);
    expect(await hashes(sharedOf(template, { formats: ["docx"] }))).toEqual({ docx: first.docx });
  });

  test("says in its foot and its properties where it comes from", async () => {
    const template = await shipped(name);
    const files = await made(orderOf(template, FULL[name] ?? {}), sharedOf(template));
    const { sha256 } = ladder.origin;
    const pdf = await PDFDocument.load(files.pdf, { updateMetadata: false });
    expect(pdf.getTitle()).toBeTruthy();
    expect(JSON.parse(new TextDecoder().decode(files.json)).ladder).toEqual({
      title: "Engineering Job Ladder",
      date: "2019-12-17",
      file: "2019-12-17-engineering-job-ladder.md",
      sha256,
    });
    expect(new TextDecoder().decode(files.md)).toContain(sha256);
    expect(Buffer.from(files.pdf).toString("latin1")).toContain(sha256);
  });
});

test("dates, money and numbers are as the locale has them", async () => {
  const template = await shipped("offer");
  const order = orderOf(template, FULL.offer ?? {});
  const text = async (locale: string) =>
    markdownTexts((await made(order, sharedOf(template, { locale, formats: ["md"] }))).md).join(
      "\n",
    );
  expect(await text("en-GB")).toMatch(
    /You start on 1 February 2027\..*€85,000\.50 a year, with a bonus of 10%/s,
  );
  expect(await text("en-US")).toContain("You start on February 1, 2027.");
  const german = await text("de");
  expect(german).toMatch(
    /Sie beginnen am 1\. Februar 2027\..*85\.000,50\s€ im Jahr, dazu 10\s?% Bonus/su,
  );
  expect(german).toContain("Ihre Stufe");
});

test("the names of files are the pattern, filled", async () => {
  const template = await shipped("offer");
  const order = orderOf(template, { "candidate.name": "../Ann/Example" });
  expect(packetName(order, sharedOf(template)).value).toBe("offer ../Ann/Example se-l2");
});
