import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Change, diff } from "../../src/diff/index.js";
import { ladderOf, SEED } from "../merge/made.js";

const POST = readFileSync(`source/${SEED}`, "utf8");

/** A change in a line: what became of what, where, and from where. */
function line({ kinds, what, before, after }: Change): string {
  const from = kinds.includes("moved") ? ` from ${before?.path}` : "";
  return `${kinds.join("+")} ${what} ${(after ?? before)?.path}${from}`;
}

/** The changes that an edit of the seed's text makes. */
function changesOf(edit: (post: string) => string, base = POST): string[] {
  const now = edit(base);
  expect(now).not.toBe(base);
  return diff(ladderOf(base, SEED), ladderOf(now, SEED)).map(line);
}

/** The lines of the seed that hold the words, and the text without them. */
function take(post: string, words: string): [line: string, rest: string] {
  const lines = post.split("\n");
  const at = lines.findIndex((each) => each.includes(words));
  const [taken = ""] = lines.splice(at, 1);
  return [taken, lines.join("\n")];
}

const putAfter = (post: string, words: string, own: string): string =>
  post.replace(new RegExp(`^.*${words}.*$`, "m"), (found) => `${found}\n${own}`);

/** The rows of a level, from its anchor to the next one. */
function level(post: string, id: string): string {
  const start = post.indexOf(`      <tr id="${id}">`);
  const end = post.indexOf("</tr>\n", start) + "</tr>\n".length;
  return post.slice(start, end);
}

describe("bullets", () => {
  test("a moved one is one move", () => {
    const [own, rest] = take(POST, "You help mentor new hires.");
    expect(changesOf(() => putAfter(rest, "collaborate with Product to give", own))).toEqual([
      "moved expectation SE 2 › Role Highlights › 5 from SE 2 › Role Highlights › 3",
    ]);
  });

  test("one that is moved to another level and reworded is one change", () => {
    const [own, rest] = take(POST, "You pay close attention to code execution");
    const now = own.replace("close attention", "great attention");
    expect(changesOf(() => putAfter(rest, "You give higher-level status", now))).toEqual([
      "moved+reworded expectation SE 2 › Role Highlights › 3 from SE 2 › Programming / Problem Solving / Delivery › 8",
    ]);
  });

  test.each([
    // The others there are three against one, and come earlier in the post.
    [
      "You write code that addresses the heart of the matter",
      "You investigate and fix bugs, write tests",
      "SE 1 › Role Highlights › 3 from SRE 3 › Programming / Problem Solving / Delivery › 1",
    ],
    // The others there are in the same words at another level.
    [
      "You can effectively collaborate to get work done",
      "You know when to keep digging and when to ask for help",
      "SE 1 › Communication › 3 from SRE 2 › Communication › 1",
    ],
  ])("one whose section has nothing else of its own takes it not along: %s", (own, there, told) => {
    const [line, rest] = take(POST, own);
    const at = rest.indexOf(there);
    const end = rest.indexOf("\n", at) + 1;
    expect(changesOf(() => `${rest.slice(0, end)}${line}\n${rest.slice(end)}`)).toEqual([
      `moved expectation ${told}`,
    ]);
  });

  test("a reworded one is one rewording", () => {
    expect(changesOf((post) => post.replace("help mentor new hires", "mentor others"))).toEqual([
      "reworded expectation SE 2 › Role Highlights › 3",
    ]);
  });

  test("another one in its place is no rewording", () => {
    const other = (post: string) => post.replace("You help mentor new hires.", "Profit and loss.");
    expect(changesOf(other)).toEqual([
      "removed expectation SE 2 › Role Highlights › 3",
      "added expectation SE 2 › Role Highlights › 3",
    ]);
  });

  test("bold words are marked", () => {
    expect(
      changesOf((post) => post.replace("mentor new hires", "<b>mentor</b> new hires")),
    ).toEqual(["marked expectation SE 2 › Role Highlights › 3"]);
  });
});

describe("levels and sections", () => {
  const fresh = level(POST, "se-l2")
    .replace("se-l2", "se-l9")
    .replace(">2<", ">9<")
    .replace(/<li>.*<\/li>/g, () => `<li>Wholly other words, number ${Math.abs(7)}.</li>`);

  test("an added level is one change", () => {
    const edit = (post: string) => post.replace(level(post, "se-l3"), (own) => fresh + own);
    expect(changesOf(edit)).toEqual(["added level SE 9"]);
  });

  test("a removed level is one change, and the links to it are no links", () => {
    expect(changesOf((post) => post.replace(level(post, "sre-l4"), ""))).toEqual([
      "marked overview cell Overview › Individual Contributor Track Reliability Engineer › 4",
      "removed level SRE 4",
    ]);
  });

  test("a renamed anchor is no removal of a level", () => {
    expect(changesOf((post) => post.replaceAll("se-l2", "se-two"))).toEqual([
      "marked overview cell Overview › Individual Contributor Track Software Engineer › 2",
      "anchored level SE 2",
    ]);
  });

  test("anchors that are numbered anew are no other levels", () => {
    const renumbered = (post: string) =>
      post
        .replace(/(se-l)([34])"/g, (_, id, number) => `${id}${Number(number) + 1}"`)
        .replace(level(POST, "se-l2"), (own) => own + fresh.replace("se-l9", "se-l3"));
    expect(changesOf(renumbered)).toEqual([
      "marked overview cell Overview › Individual Contributor Track Software Engineer › 3",
      "marked overview cell Overview › Individual Contributor Track Software Engineer › 4",
      "added level SE 9",
      "anchored level SE 3",
      "anchored level SE 4",
    ]);
  });

  test("another level in its place is another level", () => {
    expect(changesOf((post) => post.replace(level(post, "se-l3"), fresh))).toEqual([
      "marked overview cell Overview › Individual Contributor Track Software Engineer › 3",
      "removed level SE 3",
      "added level SE 9",
    ]);
  });

  test("levels in another order are moved", () => {
    const edit = (post: string) => {
      const own = level(post, "se-l2");
      return post.replace(own, "").replace(level(post, "se-l4"), (last) => last + own);
    };
    expect(changesOf(edit)).toEqual(["moved level SE 2 from SE 2"]);
  });

  test("a section under another name is retitled", () => {
    const own = level(POST, "se-l2");
    const renamed = own.replace("Domain Expertise", "Craft");
    expect(changesOf((post) => post.replace(own, renamed))).toEqual([
      "retitled section SE 2 › Craft",
    ]);
  });

  test("a track under another name is retitled", () => {
    const edit = (post: string) => post.replace("## Manager Track", "## Leadership Track");
    expect(changesOf(edit)).toEqual(["retitled track M"]);
  });

  test("another label regrades a level, another title retitles it", () => {
    const own = level(POST, "se-l2");
    const edit = own.replace(">2<", ">2b<").replace("<p>Software Engineer<", "<p>Engineer<");
    expect(changesOf((post) => post.replace(own, edit))).toEqual([
      "regraded fact SE 2b › Level",
      "retitled fact SE 2b › Title",
    ]);
  });

  test("another place on the scale regrades a level", () => {
    const edit = (post: string) =>
      post
        .replace(/ {4}<td>4<br\/><a href="#se-l4">.*\n/, (own) => `    <td></td>\n${own}`)
        .replace(
          "Staff Software Engineer</a></td>\n    <td></td>\n",
          "Staff Software Engineer</a></td>\n",
        );
    expect(changesOf(edit)).toEqual([
      "moved overview cell Overview › Individual Contributor Track Software Engineer › 4 from Overview › Individual Contributor Track Software Engineer › 5",
      "regraded level SE 4",
    ]);
  });
});

describe("front matter", () => {
  test("is told by its keys", () => {
    const edit = (post: string) =>
      post.replace("author: yoni_baciu", "author: someone\ndate: 2020-01-01");
    expect(changesOf(edit)).toEqual([
      "reworded front matter front matter › author",
      "added front matter front matter › date",
    ]);
  });
});
