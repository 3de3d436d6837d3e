import { beforeAll, describe, expect, it } from "vitest";
import type { DocxFile } from "../helpers/edit-docx.js";
import { copyLevel, removeSection } from "../helpers/edit-docx-structure.js";
import { type Made, made, mergeEdit } from "./made.js";

const POST = `## Track

<table>
<tr id="a">
<td><h3>Level</h3><p>1</p></td>
<td>
<h4>First</h4>
<ul>
<li>You write code.</li>
</ul>
<h4>Second</h4>
<ul>
<li>You read tests.</li>
<li>You plan &amp;&nbsp;ship.</li>
</ul>
</td>
</tr>
</table>
`;

let post: Made;
beforeAll(async () => {
  post = await made(POST, "x.md");
});

describe("a bullet is moved out of a section", () => {
  it("which is removed then: the rest of its bullets goes with it", () => {
    const { text, changes } = mergeEdit(post, (docx) => {
      docx.move("You read tests.", "You write code.");
      removeSection(docx, "Second");
    });
    expect(changes.map(({ kind, outcome, path }) => `${outcome} ${kind} ${path}`)).toEqual([
      "made moved Track 1 › Second › 1",
      "made removed Track 1 › Second",
    ]);
    expect(text).toBe(
      POST.replace("</ul>\n<h4>Second</h4>\n<ul>\n", "").replace(/<li>You plan.*\n/, ""),
    );
  });
});

describe("a level that an overview gives a grade is copied, and a bullet of the old one changed", () => {
  const level = (id: string, label: string, bullet: string) => `<tr id="${id}">
<td><h3>Level</h3><p>${label}</p></td>
<td>
<h4>What</h4>
<ul>
<li>${bullet}</li>
</ul>
</td>
</tr>
`;
  const graded = `<table>
<tr><th>Track</th><th>Grade 2</th><th>Grade 3</th></tr>
<tr><td>One</td><td><a href="#a">1</a></td><td><a href="#b">2</a></td></tr>
</table>

## Track

<table>
${level("a", "1", "You write code.")}${level("b", "2", "You read tests.")}</table>
`;

  it("once: the same file merged again brings nothing", async () => {
    const own = await made(graded, "x.md");
    const edit = (docx: DocxFile) => {
      copyLevel(docx, { bookmark: "_rbc2" }, { bookmark: "_rbf2" }, "3");
      docx.change("You read tests.", "read", "keep");
    };
    const { text } = mergeEdit(own, edit);
    expect(text).toContain("You keep tests.");
    const again = mergeEdit(own, edit, { now: text ?? "" });
    expect(again.changes.map(({ outcome }) => outcome)).toEqual(["already", "already"]);
    expect(again.text).toBe(text);
  });
});

describe("bullets change places", () => {
  const list = (...bullets: string[]) => bullets.map((each) => `- ${each}\n`).join("");

  it("so that none but the last stays where it was", async () => {
    const own = await made(list("One.", "Two.", "Three.", "Four."), "x.md");
    const { text } = mergeEdit(own, (docx) => {
      docx.move("Two.", "Three.");
      docx.move("One.", "Two.");
    });
    expect(text).toBe(list("Three.", "Two.", "One.", "Four."));
  });

  it("behind a new one that is the first by then", async () => {
    const own = await made(list("One.", "Two."), "x.md");
    const { text } = mergeEdit(own, (docx) => {
      docx.addAfter("One.", "New.");
      docx.move("One.", "Two.");
    });
    expect(text).toBe(list("New.", "Two.", "One."));
  });
});
