import type { Page, Pdf } from "../pdf/open.js";
import { STANDARD_TYPES } from "../pdf/tree.js";
import { Ref } from "../pdf/values.js";
import { type Place, rules, unless } from "./rule.js";

/** That there is a structure tree, and that it hangs together (ISO 32000-1, 14.7). */
export const tagRules = rules({
  "UA 6.2-1": {
    says: "The catalog says that the file is marked",
    also: "A 6.7.2.2-1",
    check: ({ catalog }) =>
      unless(catalog.dict("MarkInfo")?.get("Marked") === true, "Not /Marked true", "catalog"),
  },
  "UA 7.1-4": {
    says: "The marks are not suspect",
    matterhorn: "01-007",
    check: ({ catalog }) =>
      unless(catalog.dict("MarkInfo")?.get("Suspects") !== true, "/Suspects true", "catalog"),
  },
  "UA 7.1-5": {
    says: "Each type is standard, or mapped to a standard one",
    also: "A 6.7.3.4-1",
    matterhorn: "02-001",
    check: ({ tree }) =>
      (tree?.elements ?? []).flatMap(({ type, standard, path }) =>
        unless(
          standard !== null || (tree ? runsRound(type, tree.roleMap) : false),
          `Unexpected type ${type}`,
          path,
        ),
      ),
  },
  "UA 7.1-6": {
    says: "No type is mapped to itself in a circle",
    also: "A 6.7.3.4-2",
    matterhorn: "02-003",
    check: ({ tree }) =>
      (tree?.elements ?? []).flatMap(({ type, path }) =>
        unless(!tree || !runsRound(type, tree.roleMap), `${type} is mapped in a circle`, path),
      ),
  },
  "UA 7.1-7": {
    says: "No standard type is mapped to another",
    also: "A 6.7.3.4-3",
    matterhorn: "02-004",
    check: ({ tree }) =>
      [...(tree?.roleMap.keys() ?? [])].flatMap((type) =>
        unless(!STANDARD_TYPES.has(type), `The standard type ${type} is mapped`, "role map"),
      ),
  },
  "UA 7.1-11": {
    says: "The catalog has a structure tree",
    also: "A 6.7.3.3-1",
    check: ({ tree }) => unless(tree !== undefined, "No /StructTreeRoot", "catalog"),
  },
  "UA 7.1-12": {
    says: "Each element names its parent",
    check: ({ tree }) =>
      (tree?.elements ?? []).flatMap(({ dict, path }) => unless(dict.has("P"), "No /P", path)),
  },
  "own parent lists element": {
    says: "The parent an element names is the one that lists it (ISO 32000-1, 14.7.2)",
    check: ({ tree, catalog }) =>
      (tree?.elements ?? []).flatMap(({ dict, parent, path }) => {
        const named = dict.ref("P");
        const expected = parent ? parent.key : String(catalog.ref("StructTreeRoot"));
        return unless(!named || String(named) === expected, "Another parent lists it", path);
      }),
  },
  "own root is a Document": {
    says: "One Document holds all elements (ISO 32000-1, 14.8.4.2)",
    check: ({ tree }) => {
      const tops = tree?.elements.filter(({ parent }) => !parent) ?? [];
      const isOne = tops.length === 1 && tops[0]?.standard === "Document";
      return unless(!tree || isOne, `${tops.map(({ type }) => type)} at the top`, "structure tree");
    },
  },
  "own content is listed by its owner": {
    says: "Each piece of content is listed by the element that the parent tree names (14.7.4.4)",
    check: (pdf) => pdf.pages.flatMap((page) => notListed(pdf, page)),
  },
  "own listed content is on its page": {
    says: "Each piece of content that an element lists is on the page it names (14.7.4.2)",
    check: (pdf) => notOnPages(pdf),
  },
});

function runsRound(type: string, roles: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = type; at && !STANDARD_TYPES.has(at); at = roles.get(at)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

function notListed(pdf: Pdf, page: Page): Place[] {
  return page.content.marks.flatMap(({ mcid, tag }) => {
    if (mcid === undefined) return [];
    const owner = pdf.ownerOf(page, mcid);
    const isListed = owner?.kids.some(
      (kid) => kid.kind === "content" && kid.mcid === mcid && String(kid.page) === page.key,
    );
    const where = `page ${page.number}, ${tag} ${mcid}`;
    return unless(isListed === true, `${owner?.path ?? "No element"} does not list it`, where);
  });
}

function notOnPages({ tree, pages }: Pdf): Place[] {
  const marked = new Set(
    pages.flatMap(({ key, content }) => content.marks.map(({ mcid }) => `${key} ${mcid}`)),
  );
  const seen = new Set<string>();
  return (tree?.elements ?? []).flatMap(({ kids, path }) =>
    kids.flatMap((kid) => {
      if (kid.kind !== "content") return [];
      const key = `${kid.page instanceof Ref ? kid.page : "no page"} ${kid.mcid}`;
      const isNew = !seen.has(key) && seen.add(key).has(key);
      return unless(isNew && marked.has(key), `Content ${kid.mcid} is not there once`, path);
    }),
  );
}
