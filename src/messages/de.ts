import type { Messages } from "./index.js";

/** What the product says of its own on pages, in German. */
export const de: Messages = {
  contents: "Inhalt",
  overview: "Übersicht",
  continued: "Fortsetzung",
  untitled: "Ohne Titel",
  from: (file, hash) => `aus ${file}, ${hash}`,
  grade: "Grad",
  grades: "Grade",
  level: "Stufe",
  track: "Laufbahn",
  title: "Titel",
  nth: (number) => `Stufe ${number}`,
  standing: (levels, from, to, scale) => {
    const range = from === to ? `Grad ${from}` : `Grade ${from} bis ${to}`;
    return `${levels === 1 ? "1 Stufe" : `${levels} Stufen`}, ${range}${scale === "" ? "" : ` (${scale})`}`;
  },
  yes: "ja",
  no: "nein",
  here: "Ihre Stufe",
  next: "danach",
  yourLevel: "Ihre Stufe",
  whatComesNext: "Was danach kommt",
  lastLevel: (track) => `Dies ist die höchste Stufe der Laufbahn „${track}“.`,
  sameLevel: (title) => `Auch „${title}“ steht auf dieser Stufe: Erwartet wird dasselbe.`,
  peers: "Derselbe Grad in anderen Laufbahnen",
  noPeers: "Keine andere Laufbahn hat eine Stufe mit diesem Grad.",
  whereYouStand: "Wo Sie beginnen und wohin es führt",
  path: "Ihr Weg",
  comparison: "Nebeneinander",
  changes: { new: "neu", grows: "wächst", stays: "bleibt", ends: "nicht wiederholt" },
  notes: "Notizen",
  source: "Woher dies stammt",
  of: (title, date) => (date === "" ? title : `${title} vom ${date}`),
  madeFrom: (title, file, hash) =>
    `Dieses Dokument zeigt einen Teil von „${title}“, wie veröffentlicht (${file}, SHA-256 ${hash}).`,
  /** Between a page's number and how many there are: "1 of 3". */
  outOf: "von",
};
