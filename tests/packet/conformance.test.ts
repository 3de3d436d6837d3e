import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { scratch } from "../cli/run.js";
import { checkConformance } from "../conformance/check.js";
import { hasOffice, madeByOffice, WITHOUT_OFFICE } from "../helpers/office.js";
import { validator, WITHOUT } from "../helpers/validator.js";
import { faultsOf } from "../write/docx/accessible/index.js";
import { partsOf } from "../write/docx/made.js";
import { made, orderOf, sharedOf, shipped } from "./made.js";

const VALUES: Record<string, Record<string, string>> = {
  offer: {
    "candidate.name": "Ann Example",
    start_date: "2027-02-01",
    salary: "85000 EUR",
    location: "Athens",
  },
  role: {},
  growth: { "candidate.name": "Ann Example", "manager.name": "Bo Lead" },
};

/** A first level, the longest, a last one, and one of two titles. */
const LEVELS: [string, string | null][] = [
  ["se-l1", null],
  ["sre-l3", null],
  ["se-l4", null],
  ["m-l3", "VP Engineering"],
];

const ALL = Object.keys(VALUES).flatMap((name) =>
  LEVELS.map(([level, title]) => ({ name, level, title })),
);

async function packet(name: string, level: string, title: string | null) {
  const template = await shipped(name);
  const order = orderOf(template, VALUES[name] ?? {}, { level, title });
  return { template, files: await made(order, sharedOf(template, { formats: ["pdf", "docx"] })) };
}

test.each(ALL)("$name for $level is PDF/UA-1 and PDF/A-3a", async ({ name, level, title }) => {
  const { files } = await packet(name, level, title);
  expect(
    (await checkConformance(files.pdf)).map((each) => `${each.rule}: ${each.message}`),
  ).toEqual([]);
});

test.for(ALL)(
  "$name for $level is a DOCX that everyone can read",
  async ({ name, level, title }, context) => {
    const { files } = await packet(name, level, title);
    expect(faultsOf(partsOf(files.docx))).toEqual([]);
    const file = join(scratch(), "packet.docx");
    writeFileSync(file, files.docx);
    if (!validator) context.skip(WITHOUT);
    expect((await validator?.validateFile(file))?.errors).toEqual([]);
  },
);

test("each keeps to its pages in LibreOffice", { timeout: 180_000 }, async (context) => {
  if (!hasOffice) context.skip(WITHOUT_OFFICE);
  const made = await Promise.all(ALL.map(({ name, level, title }) => packet(name, level, title)));
  const printed = madeByOffice(
    made.map(({ files }) => files.docx),
    "pdf",
  );
  const documents = await Promise.all(printed.map((pdf) => PDFDocument.load(pdf)));
  const pages = documents.map((pdf) => pdf.getPageCount());
  const wrong = made.flatMap(({ template }, index) => {
    const { least = 1, most = 1 } = template.pages ?? {};
    const count = pages[index] ?? 0;
    return count < least || count > most ? [{ ...ALL[index], count }] : [];
  });
  expect(pages).toHaveLength(ALL.length);
  expect(wrong).toEqual([]);
});
