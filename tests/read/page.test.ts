import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Ladder } from "../../src/model/ladder.js";
import { leaves, tracksOf } from "../../src/model/walk.js";
import { readPost } from "../../src/read/index.js";
import { withoutPlaces } from "../helpers/ladders.js";
import { pageOf } from "../helpers/page.js";

const file = "2019-12-17-engineering-job-ladder.md";
const post = readFileSync(`source/${file}`, "utf8");
const encode = (text: string) => new TextEncoder().encode(text);
const fromPost = readPost(encode(post), { file }).value as Ladder;
const page = readPost(encode(pageOf(post)), { file: file.replace(".md", ".html") });
const fromPage = page.value as Ladder;

/** A ladder's own nodes, without the ids that the blog gives its headings. */
const own = (ladder: Ladder) => ({
  tracks: tracksOf(withoutPlaces(ladder).content).map(({ anchors: _, ...track }) => track),
  overview: withoutPlaces(ladder).content.find((node) => node.type === "overview"),
});

test("a post saved from the browser gives the same tracks, levels and overview", () => {
  expect(own(fromPage)).toEqual(own(fromPost));
  expect(fromPage.title).toBe(fromPost.title);
  expect(fromPage.date).toBe(fromPost.date);
});

test("the page's navigation and footer are kept as content", () => {
  const texts = leaves(fromPage.content).map(({ rich }) => rich.text);
  expect(texts).toEqual(expect.arrayContaining(["Home", "Menu", "© 2019 Persado Engineering"]));
  expect(texts.join(" ")).not.toContain("analytics");
});

test("its script link is dropped, with its place", () => {
  expect(page.messages.find(({ ruleId }) => ruleId === "unsafe-link")).toMatchObject({
    line: 4,
    actual: "javascript:void(0)",
  });
});
