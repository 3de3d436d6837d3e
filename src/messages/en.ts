/** What the product says of its own on pages, in English; the other languages have the same keys. */
export const en = {
  contents: "Contents",
  overview: "Overview",
  continued: "continued",
  untitled: "Untitled",
  from: (file: string, hash: string): string => `from ${file}, ${hash}`,
  grade: "Grade",
  grades: "Grades",
  level: "Level",
  track: "Track",
  title: "Title",
  /** A level without label and title. */
  nth: (number: number): string => `Level ${number}`,
  /** "4 levels, grades 2 to 5 of the Persado General Ladder". */
  standing: (levels: number, from: string, to: string, scale: string): string => {
    const range = from === to ? `grade ${from}` : `grades ${from} to ${to}`;
    return `${levels === 1 ? "1 level" : `${levels} levels`}, ${range}${scale === "" ? "" : ` of the ${scale}`}`;
  },
  yes: "yes",
  no: "no",
  /** Stands beside a label: "2 · your level". */
  here: "your level",
  next: "next",
  yourLevel: "Your level",
  whatComesNext: "What comes next",
  lastLevel: (track: string): string => `This is the highest level of the track “${track}”.`,
  sameLevel: (title: string): string =>
    `“${title}” is on this level too: what is expected is the same.`,
  peers: "The same grade on other tracks",
  noPeers: "No other track has a level at this grade.",
  whereYouStand: "Where you start, and where it leads",
  path: "Your path",
  comparison: "Side by side",
  changes: { new: "new", grows: "grows", stays: "stays", ends: "not repeated" },
  notes: "Notes",
  source: "Where this comes from",
  /** "Engineering Job Ladder of 17 December 2019". */
  of: (title: string, date: string): string => (date === "" ? title : `${title} of ${date}`),
  madeFrom: (title: string, file: string, hash: string): string =>
    `This packet shows a part of “${title}” as it was published (${file}, SHA-256 ${hash}).`,
  /** Between a page's number and how many there are: "1 of 3". */
  outOf: "of",
};
