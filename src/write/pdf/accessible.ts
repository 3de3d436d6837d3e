import { type Message, message } from "../../diagnostics.js";
import type { Place } from "../../model/ladder.js";
import { isUnseen } from "../../model/rich.js";
import type { Tag } from "./layout/tag.js";

/** Where a node of the document stands in its post. */
type PlaceOf = (owner: object) => Place | undefined;

/**
 * What keeps a document from being PDF/UA (ISO 14289-1), though all of it is tagged: faults that its
 * author alone can mend. Headings that cards and cells brought along are set right instead, since
 * their depth there is a matter of looks.
 */
export function faultsOf(root: Tag, placeOf: PlaceOf): Message[] {
  const messages: Message[] = [];
  let depth = 0;
  for (const tag of tagsBelow(root)) {
    const place = tag.owner && placeOf(tag.owner);
    const own = depthOf(tag);
    if (own > depth + 1) {
      if (tag.owner) messages.push(skipped(own, depth + 1, place));
      else tag.type = `H${depth + 1}` as Tag["type"];
    }
    if (own > 0) depth = Math.min(own, depth + 1);
    if (tag.type === "Table" && !hasHeader(tag)) messages.push(headless(place));
    if (tag.type === "Figure" && isUnseen(tag.alt ?? "")) messages.push(wordless(place));
  }
  return messages;
}

/** What holds nothing that is drawn is in no file. */
function* tagsBelow(tag: Tag): Generator<Tag> {
  if (tag.lastPage < 0) return;
  yield tag;
  for (const child of tag.children) yield* tagsBelow(child);
}

const depthOf = ({ type }: Tag): number => (/^H[1-6]$/.test(type) ? Number(type[1]) : 0);

/** A table within one of its cells has headers of its own. */
const hasHeader = (table: Tag): boolean =>
  table.children
    .flatMap((group) => group.children)
    .some((row) => row.children.some(({ type }) => type === "TH"));

const skipped = (found: number, expected: number, place: Place | undefined): Message =>
  message(
    "error",
    "skipped-heading",
    `Unexpected heading of depth ${found}, expected at most ${expected}`,
    {
      place,
      note: `Who listens to the PDF takes a skipped depth for a part that is missing: make it "${"#".repeat(expected)} …" (PDF/UA-1, 7.4.2).`,
    },
  );

const headless = (place: Place | undefined): Message =>
  message(
    "error",
    "table-without-headers",
    "Unexpected table without header cells, expected <th>",
    {
      place,
      note: "Who listens to the PDF is not told what a cell is about: head its columns or rows with <th>, or write it as a list (PDF/UA-1, 7.5).",
    },
  );

const wordless = (place: Place | undefined): Message =>
  message("error", "image-without-alt", "Unexpected image without alternative text", {
    place,
    note: "Who can't see the image has nothing: say what it shows, as in ![what it shows](image.png) (PDF/UA-1, 7.3).",
  });
