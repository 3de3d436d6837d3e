import { rules, unless } from "./rule.js";

const OPERATORS = new Set(
  (
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n " +
    "q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
  ).split(" "),
);

/** Content streams (ISO 32000-1, 7.8). */
export const contentRules = rules({
  "own content can be read": {
    says: "A content stream is well-formed, its q and Q and its marks in pairs (ISO 32000-1, 7.8.2)",
    check: ({ pages }) =>
      pages.flatMap(({ content, number }) =>
        unless(content.problem === undefined, content.problem ?? "", `page ${number}`),
      ),
  },
  "A 6.2.2-1": {
    says: "Content has PDF's operators alone",
    check: ({ pages }) =>
      pages.flatMap(({ content, number }) => {
        const wrong = content.operations.filter(({ operator }) => !OPERATORS.has(operator));
        return unless(
          wrong.length === 0,
          `Unexpected ${wrong.map(({ operator }) => operator)}`,
          `page ${number}`,
        );
      }),
  },
  "A 6.2.2-2": {
    says: "Each page has its own resources, with all that its content names",
    check: ({ pages }) =>
      pages.flatMap(({ dict, content, number }) => [
        ...unless(dict.has("Resources"), "No /Resources of its own", `page ${number}`),
        ...content.missing.flatMap((name) => unless(false, `No ${name}`, `page ${number}`)),
      ]),
  },
});
