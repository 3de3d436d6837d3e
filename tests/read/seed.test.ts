import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Ladder } from "../../src/model/ladder.js";
import { spansOf } from "../../src/model/rich.js";
import { items, leaves, tracksOf } from "../../src/model/walk.js";
import { readPost } from "../../src/read/index.js";

const file = "2019-12-17-engineering-job-ladder.md";
const { value, messages } = readPost(readFileSync(`source/${file}`), { file });
const ladder = value as Ladder;
const tracks = tracksOf(ladder.content);
const levels = tracks.flatMap((track) => track.levels);

test("counts what the post has", () => {
  const links = leaves(ladder.content)
    .flatMap(({ rich }) => spansOf(rich))
    .flatMap((span) => ("href" in span && span.href ? [span.href] : []));
  expect(tracks.map((track) => track.levels.length)).toEqual([4, 5, 3]);
  expect(levels.flatMap((level) => level.sections)).toHaveLength(43);
  expect(items(ladder.content)).toHaveLength(184);
  expect(links).toHaveLength(14);
  expect(links.filter((href) => href.startsWith("#"))).toHaveLength(13);
});

test("knows what stands in front matter and file name", () => {
  expect(ladder).toMatchObject({
    title: "Engineering Job Ladder",
    excerpt: "Our engineering job ladder",
    author: "yoni_baciu",
    date: "2019-12-17",
    language: "en",
    direction: "ltr",
    origin: {
      slug: "engineering-job-ladder",
      sha256: "ebe677404db02d455043b242e60ff50f69fafe610894e1dd311570611972f421",
    },
  });
  expect(ladder.frontMatter?.entries[0]).toEqual({ key: "layout", value: "post" });
});

test("keeps the content in its order, the attribution last", () => {
  expect(ladder.content.map((node) => node.type)).toEqual([
    "overview",
    "track",
    "track",
    "track",
    "paragraph",
  ]);
  expect(ladder.content.at(-1)).toMatchObject({
    text: "SRE job ladder is based on the SRE job ladder by Dropbox",
    spans: [{}, { text: "Dropbox", href: expect.stringContaining("https://dropbox.github.io/") }],
  });
});

test("knows each level by anchor, label, titles and grades", () => {
  expect(
    levels.map(({ anchor, label, titles, grades }) => [anchor, label, titles, grades]),
  ).toEqual([
    ["se-l1", "1", ["Software Engineer"], ["2"]],
    ["se-l2", "2", ["Software Engineer"], ["3"]],
    ["se-l3", "3", ["Senior Software Engineer"], ["4"]],
    ["se-l4", "4", ["Staff Software Engineer"], ["5"]],
    ["sre-l1", "1", ["Reliability Engineer"], ["2"]],
    ["sre-l2", "2", ["Reliability Engineer"], ["3"]],
    ["sre-l3", "3", ["Senior Reliability Engineer"], ["4"]],
    ["sre-l4", "4", ["Senior Reliability Engineer"], ["5"]],
    ["sre-l5", "5", ["Staff Reliability Engineer"], ["6"]],
    ["m-l1", "1", ["Engineering Team Lead"], ["4"]],
    ["m-l2", "2", ["Director of Engineering"], ["5"]],
    ["m-l3", "3/4", ["Sr. Director of Engineering", "VP Engineering"], ["6", "7"]],
  ]);
});

test("keeps experience as written and parses its range", () => {
  const experience = levels.map((level) =>
    level.attributes.find(({ role }) => role === "experience"),
  );
  expect(experience.map((each) => [each?.text, each?.range?.min, each?.range?.max])).toEqual([
    ["0-3 years", 0, 3],
    ["2-6 years", 2, 6],
    ["5-10 years", 5, 10],
    ["8+ years", 8, null],
    ["0-3 years", 0, 3],
    ["2-6 years", 2, 6],
    ["5-8 years", 5, 8],
    ["7+ years", 7, null],
    ["10+ years", 10, null],
    ["4+", 4, null],
    ["10+", 10, null],
    ["15+", 15, null],
  ]);
});

test("reads the overview: four rows, the scale of grades 2 to 7 among them", () => {
  const overview = ladder.content.find((node) => node.type === "overview");
  expect(overview?.rows).toHaveLength(4);
  expect(overview?.scale).toEqual({
    row: 3,
    title: "Persado General Ladder",
    grades: ["2", "3", "4", "5", "6", "7"],
  });
  expect(overview?.tracks.map(({ title }) => title[1])).toEqual([
    "Software Engineer",
    "Reliability Engineer",
    "Software Engineering",
  ]);
  expect(overview?.tracks[2]?.levels).toContainEqual({
    grade: "7",
    label: "4",
    title: "VP Engineering",
    anchor: "m-l3",
  });
});

test("warns of each title that differs in the overview, with both places", () => {
  expect(messages.every(({ fatal }) => fatal === false)).toBe(true);
  expect(messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`)).toEqual([
    '13:9 Unexpected title "Software Engineer I" in the overview, expected "Software Engineer" as at 70:11',
    '14:9 Unexpected title "Software Engineer II" in the overview, expected "Software Engineer" as at 113:11',
    '24:9 Unexpected title "Reliability Engineer I" in the overview, expected "Reliability Engineer" as at 261:11',
    '25:9 Unexpected title "Reliability Engineer II" in the overview, expected "Reliability Engineer" as at 304:11',
    '26:9 Unexpected title "Senior Reliability Engineer I" in the overview, expected "Senior Reliability Engineer" as at 340:11',
    '27:9 Unexpected title "Senior Reliability Engineer II" in the overview, expected "Senior Reliability Engineer" as at 376:11',
  ]);
});

test("leaves typographic quotes, emoticons and missing full stops as they are", () => {
  const texts = items(ladder.content).map(({ text }) => text);
  expect(texts).toContain("You almost always prefer the simpler solution over the “clever” one.");
  expect(texts).toContain("You are dying to code but don’t have much time for it :(.");
  expect(texts).toContain("You build small to medium sized well defined features");
});

test("gives every bullet the place of its element", () => {
  const source = readFileSync(`source/${file}`, "utf8");
  for (const item of items(ladder.content)) {
    const { start, end } = item.place ?? { start: { offset: 0 }, end: { offset: 0 } };
    expect(
      source
        .slice(start.offset, end.offset)
        .replace(/<\/?li>/g, "")
        .trim(),
    ).toBe(item.text);
  }
});
