import { MAX_ELEMENTS } from "../../../../src/read/docx/limits.js";
import { docx, OURS, ours, p, type Refused, STYLES, told } from "./docx.js";

const nested = (start: string, end: string, times: number, inner = "") =>
  start.repeat(times) + inner + end.repeat(times);

/** XML of which there is too much. */
export const TOO_MUCH: Refused[] = [
  {
    name: "elements nested 100,000 deep",
    make: () => docx(nested("<w:sdt>", "</w:sdt>", 100_000)),
    says: "elements more than 1000 deep in word/document.xml",
  },
  {
    name: "tables nested 5,000 deep",
    make: () => docx(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 5000, p("a"))),
    says: "elements more than 1000 deep in word/document.xml",
  },
  {
    name: "styles nested 100,000 deep",
    make: () => docx(p("a"), { [STYLES]: nested("<a>", "</a>", 100_000) }),
    says: "elements more than 1000 deep in word/styles.xml",
  },
  {
    name: "a million attributes",
    make: () => {
      const attributes = Array.from({ length: 1_000_000 }, (_, n) => ` a${n}=""`).join("");
      return docx(`<w:p${attributes}/>`);
    },
    says: "an element of more than 128 attributes in word/document.xml",
  },
  {
    name: "more elements than are read",
    make: () => docx("<w:p/>".repeat(MAX_ELEMENTS)),
    says: "more than 1000000 elements",
  },
  {
    name: "more elements than are read, in several parts",
    make: () => docx("<a/>".repeat(700_000), { [STYLES]: `<a>${"<a/>".repeat(700_000)}</a>` }),
    says: "more than 1000000 elements",
  },
  {
    name: "many elements deep in others",
    make: () => docx(nested("<w:sdt>", "</w:sdt>", 900, "<w:p/>".repeat(100_000))),
    says: "too many elements deep in others",
  },
  {
    name: "references to a long text again and again",
    make: () => {
      const names = [["_rba1", "x".repeat(1_000_000)]];
      const bookmark = '<w:bookmarkStart w:name="_rba1"/>';
      return docx(`<w:p>${bookmark.repeat(20_000)}</w:p>`, { [OURS]: ours(told({ names })) });
    },
    says: "references to more than 16777216 characters",
  },
].map((each) => ({ ...each, rule: "docx-limit" }));
