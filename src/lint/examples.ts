/** What a level of an example says; all of it is HTML, as it stands in the post. */
interface LevelTold {
  /** Left out: the level has none. */
  anchor?: string;
  label?: string;
  title?: string;
  experience?: string;
  /** Sections by their titles, each with its expectations. */
  sections?: Readonly<Record<string, readonly string[]>>;
}

/**
 * A track as posts write it, for the examples of rules: a heading and a table with a row for each
 * level. A fact, a section's title and an expectation have a line each.
 */
export const track = (title: string, ...levels: readonly LevelTold[]): string =>
  lines(`## ${title}`, "", "<table>", ...levels.flatMap(rowOf), "</table>", "");

function rowOf({ anchor, label, title, experience, sections = {} }: LevelTold): string[] {
  const facts = Object.entries({ Level: label, Title: title, Experience: experience });
  return [
    anchor === undefined ? "<tr>" : `<tr id="${anchor}">`,
    "<td>",
    ...facts.flatMap(([name, value]) =>
      value === undefined ? [] : [`<h3>${name}</h3><p>${value}</p>`],
    ),
    "</td>",
    "<td>",
    ...Object.entries(sections).flatMap(([name, expectations]) => [
      `<h3>${name}</h3>`,
      "<ul>",
      ...expectations.map((each) => `<li>${each}</li>`),
      "</ul>",
    ]),
    "</td>",
    "</tr>",
  ];
}

/** The overview as posts write it, a line a cell: rows of HTML, the first cell of each a track's name. */
export const overview = (...rows: readonly (readonly string[])[]): string =>
  lines(
    "<table>",
    ...rows.flatMap((cells) => ["<tr>", ...cells.map((each) => `<td>${each}</td>`), "</tr>"]),
    "</table>",
    "",
  );

/** A cell of the overview: a level's label above its title, which links to it. */
export const cell = (label: string, title: string, anchor: string): string =>
  `${label}<br/><a href="#${anchor}">${title}</a>`;

/** Lines, each ended. */
export const lines = (...each: readonly string[]): string =>
  each.map((line) => `${line}\n`).join("");
