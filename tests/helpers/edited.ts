import { expect } from "vitest";
import type { Document } from "../../src/document.js";
import { markedNodes } from "../../src/document-marks.js";
import type { Item, Ladder } from "../../src/model/ladder.js";
import { type Edited, readEdited } from "../../src/read/docx/edited.js";
import { writeDocx } from "../../src/write/docx/index.js";
import { ladder as sample } from "../write/pdf/sample.js";
import { testResources } from "./resources.js";

/** A document as DOCX. */
export const writtenDocx = async (
  document: Document,
  ladder: Ladder = sample,
): Promise<Uint8Array> => (await writeDocx({ document, ladder, resources: testResources() })).value;

/** What an edited DOCX says, of which there is nothing to complain. */
export function editedOf(bytes: Uint8Array, changes: "accept" | "reject" = "accept"): Edited {
  const { value, messages } = readEdited(bytes, { changes });
  expect(messages).toEqual([]);
  return value as Edited;
}

/** The items of an edited document: each one's text, and the numbers of its bookmarks. */
export const itemsOf = ({ document, marks }: Edited): [text: string, ...numbers: number[]][] =>
  [...markedNodes(document)]
    .filter(({ kind }) => kind === "item")
    .map(({ node }) => [(node as Item).text, ...(marks.get(node) ?? [])]);
