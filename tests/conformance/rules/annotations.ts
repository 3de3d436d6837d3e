import { inherited, type Page, type Pdf } from "../pdf/open.js";
import type { Element } from "../pdf/tree.js";
import { Dict, Ref, Stream, Text, within } from "../pdf/values.js";
import { type Place, rules, unless } from "./rule.js";

/** Annotations, their tags and their actions (ISO 14289-1, 7.18; ISO 19005-3, 6.3 and 6.5). */
export const annotationRules = rules({
  "UA 7.18.1-1": {
    says: "An annotation is in an Annot element",
    matterhorn: "28-002",
    check: (pdf) =>
      visible(pdf, ({ type, owner }) =>
        /^(?:Widget|PrinterMark|Link)$/.test(type) || owner?.standard === "Annot"
          ? ""
          : `${type} in ${owner?.path ?? "no element"}`,
      ),
  },
  "UA 7.18.1-2": {
    says: "An annotation says what it is, by its Contents or its element's Alt",
    matterhorn: "28-004",
    check: (pdf) =>
      visible(pdf, ({ type, dict, owner }) =>
        /^(?:Widget|Link)$/.test(type) || filled(dict, "Contents") || filled(owner?.dict, "Alt")
          ? ""
          : `${type} without /Contents`,
      ),
  },
  "UA 7.18.2-1": {
    says: "There is no TrapNet annotation",
    matterhorn: "28-007",
    check: (pdf) => visible(pdf, ({ type }) => (type === "TrapNet" ? "A TrapNet" : "")),
  },
  "UA 7.18.3-1": {
    says: "The tab order of a page with annotations is that of the structure",
    matterhorn: "28-008",
    check: ({ pages }) =>
      pages.flatMap(({ dict, annotations, number }) =>
        unless(
          annotations.length === 0 || dict.name("Tabs") === "S",
          "No /Tabs /S",
          `page ${number}`,
        ),
      ),
  },
  "UA 7.18.5-1": {
    says: "A link is in a Link element",
    matterhorn: "28-011",
    check: (pdf) =>
      visible(pdf, ({ type, owner }) =>
        type !== "Link" || owner?.standard === "Link"
          ? ""
          : `A link in ${owner?.path ?? "no element"}`,
      ),
  },
  "UA 7.18.5-2": {
    says: "A link has Contents",
    matterhorn: "28-012",
    check: (pdf) =>
      visible(pdf, ({ type, dict }) =>
        type !== "Link" || filled(dict, "Contents") ? "" : "A link without /Contents",
      ),
  },
  "UA 7.18.8-1": {
    says: "A printer's mark is in no element",
    matterhorn: "28-018",
    check: (pdf) =>
      visible(pdf, ({ type, owner }) => (type === "PrinterMark" && owner ? "Tagged" : "")),
  },
  "own annotations and elements agree": {
    says: "The element that an annotation's StructParent leads to lists it (ISO 32000-1, 14.7.4.3)",
    check: (pdf) =>
      every(pdf, ({ owner, key }) => {
        const listed = owner?.kids.some(
          (kid) => kid.kind === "object" && String(kid.target) === key,
        );
        return !owner || listed ? "" : `${owner.path} does not list it`;
      }),
  },
  "own listed annotations are on a page": {
    says: "An annotation that an element lists is on a page (ISO 32000-1, 14.7.4.3)",
    check: ({ tree, pages }) => {
      const keys = new Set(pages.flatMap((page) => page.annotations.map(({ key }) => key)));
      return (tree?.elements ?? []).flatMap(({ kids, path }) =>
        kids.flatMap((kid) =>
          unless(
            kid.kind !== "object" || keys.has(String(kid.target)),
            "Its annotation is on no page",
            path,
          ),
        ),
      );
    },
  },
  "own links lead somewhere": {
    says: "A destination that is named is there (ISO 32000-1, 12.3.2)",
    check: (pdf) => {
      const names = new Set(destinations(pdf.catalog.dict("Names")?.dict("Dests")));
      return every(pdf, ({ dict }) => {
        const action = dict.dict("A");
        const name = action ? action.text("D") : dict.text("Dest");
        return name === undefined || names.has(name) ? "" : `No destination "${name}"`;
      });
    },
  },
  "A 6.3.1-1": {
    says: "Annotations are of the types PDF/A allows",
    check: (pdf) => every(pdf, ({ type }) => (TYPES.has(type) ? "" : `Unexpected type ${type}`)),
  },
  "A 6.3.2-1": {
    says: "An annotation has flags",
    check: (pdf) =>
      every(pdf, ({ type, dict }) => (type === "Popup" || dict.has("F") ? "" : "No /F")),
  },
  "A 6.3.2-2": {
    says: "An annotation prints, and is not hidden",
    check: (pdf) =>
      every(pdf, ({ dict }) => {
        const flags = dict.number("F") ?? 4;
        return (flags & (1 | 2 | 4 | 32 | 256)) === 4 ? "" : `Unexpected flags ${flags}`;
      }),
  },
  "A 6.3.3-1": {
    says: "An annotation other than a link has one appearance, a stream",
    check: (pdf) =>
      every(pdf, ({ type, dict }) => {
        const appearance = dict.dict("AP");
        const isOnlyNormal =
          appearance?.entries.size === 1 && appearance.get("N") instanceof Stream;
        const isExempt = !appearance && /^(?:Link|Popup)$/.test(type);
        return isExempt || isOnlyNormal ? "" : "Unexpected /AP";
      }),
  },
  "A 6.5.1-1": {
    says: "Actions are of the types PDF/A allows",
    check: ({ objects }) =>
      [...objects.all.values()]
        .flatMap(({ value }) => [...within(value)])
        .flatMap((value) => (value instanceof Dict && isAction(value) ? [value] : []))
        .flatMap((action) =>
          unless(ACTIONS.has(action.name("S") ?? ""), `Action ${action.name("S")}`, action.where),
        ),
  },
  "A 6.5.1-2": {
    says: "Named actions turn pages only",
    check: ({ objects }) =>
      [...objects.all.values()]
        .flatMap(({ value }) => [...within(value)])
        .flatMap((value) => (value instanceof Dict && value.name("S") === "Named" ? [value] : []))
        .flatMap((action) =>
          unless(
            /^(?:Next|Prev|First|Last)Page$/.test(action.name("N") ?? ""),
            `Unexpected ${action.name("N")}`,
            action.where,
          ),
        ),
  },
  "A 6.5.2-1": {
    says: "Neither the catalog nor a page has additional actions",
    check: ({ catalog, pages }) => [
      ...unless(!catalog.has("AA"), "/AA", "catalog"),
      ...pages.flatMap(({ dict, number }) => unless(!dict.has("AA"), "/AA", `page ${number}`)),
    ],
  },
});

const TYPES = new Set(
  (
    "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp " +
    "Caret Ink Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact"
  ).split(" "),
);

const ACTIONS = new Set("GoTo GoToR GoToE Thread URI Named SubmitForm".split(" "));

/** Structure elements and attributes have an S as well; an action's is of a known few. */
const isAction = (dict: Dict): boolean =>
  dict.name("Type") === "Action" ||
  ACTION_NAMES.has(dict.name("S") ?? "") ||
  (dict.has("S") && (dict.has("JS") || dict.has("Win")));

const ACTION_NAMES = new Set(
  (
    "Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript " +
    "SetState NOP URI GoTo GoToR GoToE Thread Named SubmitForm"
  ).split(" "),
);

interface Told {
  type: string;
  dict: Dict;
  key: string;
  owner: Element | undefined;
  page: Page;
}

const filled = (dict: Dict | undefined, key: string): boolean => (dict?.text(key) ?? "") !== "";

function every({ pages, tree }: Pdf, check: (annotation: Told) => string): Place[] {
  return pages.flatMap((page) =>
    page.annotations.flatMap(({ dict, key }) => {
      const parent = tree?.parentOf(dict.number("StructParent") ?? -1);
      const owner = parent instanceof Ref ? tree?.byKey.get(String(parent)) : undefined;
      const message = check({ type: dict.name("Subtype") ?? "", dict, key, owner, page });
      return unless(message === "", message, `page ${page.number}, ${dict.where}`);
    }),
  );
}

/** Those that are neither hidden nor off the page. */
const visible = (pdf: Pdf, check: (annotation: Told) => string): Place[] =>
  every(pdf, (told) => (isShown(told) ? check(told) : ""));

function isShown({ dict, page }: Told): boolean {
  if (((dict.number("F") ?? 0) & 2) === 2) return false;
  const box = (["CropBox", "MediaBox"] as const).flatMap((key) => {
    const list = page.dict.list(key);
    return list.length === 4 ? [list as number[]] : [];
  })[0];
  const [left = 0, bottom = 0, right = 0, top = 0] = dict.list("Rect") as number[];
  if (!box) return inherited(page.dict, "MediaBox") === undefined;
  const [from = 0, floor = 0, to = 0, ceiling = 0] = box;
  return floor < top && from < right && ceiling > bottom && to > left;
}

/** The names of a name tree (7.9.6). */
function destinations(node: Dict | undefined): string[] {
  if (!node) return [];
  const own = node
    .list("Names")
    .flatMap((each, index) => (index % 2 === 0 && each instanceof Text ? [each.text] : []));
  const below = node.list("Kids").flatMap((kid) => (kid instanceof Dict ? destinations(kid) : []));
  return [...own, ...below];
}
