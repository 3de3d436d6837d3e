import type { Objects } from "./load.js";
import { asDict, Dict, Ref, type Value } from "./values.js";

/** A structure element (ISO 32000-1, 14.7.2). */
export interface Element {
  dict: Dict;
  /** Its own reference, as text; "" where it is no object of its own. */
  key: string;
  type: string;
  /** The standard type its own is mapped to; null for one that is mapped to none. */
  standard: string | null;
  /** What it is listed in; null for the tree's root. */
  parent: Element | null;
  kids: Kid[];
  /** Types from the root down to it. */
  path: string;
}

/** What is listed in an element: another, a piece of a page's content, or an annotation. */
export type Kid =
  | { kind: "element"; element: Element }
  | { kind: "content"; mcid: number; page: Ref | undefined }
  | { kind: "object"; target: Ref | undefined };

/** The structure tree of a file. */
export interface Tree {
  root: Dict;
  /** All elements, in the order of the tree. */
  elements: Element[];
  byKey: ReadonlyMap<string, Element>;
  /** A key of the parent tree (14.7.4.4). */
  parentOf(key: number): Value;
  roleMap: ReadonlyMap<string, string>;
}

/** The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
export const STANDARD_TYPES: ReadonlySet<string> = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P " +
    "L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot " +
    "Ruby RB RT RP Warichu WT WP Figure Formula Form"
  ).split(" "),
);

/** Reads the structure tree; undefined where the catalog names none. */
export function treeOf(catalog: Dict, { resolve }: Objects): Tree | undefined {
  const root = catalog.dict("StructTreeRoot");
  if (!root) return undefined;
  const roleMap = rolesOf(root.dict("RoleMap"));
  const elements: Element[] = [];
  const byKey = new Map<string, Element>();

  const visit = (raw: Value, parent: Element | null): Element | undefined => {
    const key = raw instanceof Ref ? String(raw) : "";
    const dict = asDict(raw instanceof Ref ? resolve(raw) : raw);
    if (!dict || (key !== "" && byKey.has(key))) return undefined;
    const type = dict.name("S") ?? "";
    const path = parent ? `${parent.path}/${type}` : type;
    const element: Element = {
      dict,
      key,
      type,
      standard: standardOf(type, roleMap),
      parent,
      kids: [],
      path,
    };
    elements.push(element);
    if (key !== "") byKey.set(key, element);
    element.kids = dict.rawList("K").flatMap((kid) => kidOf(kid, element) ?? []);
    return element;
  };
  const kidOf = (raw: Value, owner: Element): Kid | undefined => {
    const value = raw instanceof Ref ? resolve(raw) : raw;
    const page = owner.dict.ref("Pg");
    if (typeof value === "number") return { kind: "content", mcid: value, page };
    const dict = asDict(value);
    if (dict?.name("Type") === "MCR")
      return { kind: "content", mcid: dict.number("MCID") ?? -1, page: dict.ref("Pg") ?? page };
    if (dict?.name("Type") === "OBJR") return { kind: "object", target: dict.ref("Obj") };
    const element = visit(raw, owner);
    return element && { kind: "element", element };
  };
  for (const kid of root.rawList("K")) visit(kid, null);
  const numbers = numberTree(root.dict("ParentTree"));
  return { root, elements, byKey, parentOf: (key) => numbers.get(key) ?? null, roleMap };
}

function rolesOf(dict: Dict | undefined): Map<string, string> {
  const roles = [...(dict?.entries.keys() ?? [])].map(
    (type) => [type, dict?.name(type) ?? ""] as const,
  );
  return new Map(roles);
}

/** Where the role map leads from a type; null for nowhere, or round in a circle. */
function standardOf(type: string, roles: ReadonlyMap<string, string>): string | null {
  const seen = new Set<string>();
  let current = type;
  while (!STANDARD_TYPES.has(current)) {
    if (seen.has(current)) return null;
    seen.add(current);
    const next = roles.get(current);
    if (next === undefined) return null;
    current = next;
  }
  return current;
}

/** The entries of a number tree (7.9.7), references as they stand. */
function numberTree(dict: Dict | undefined): Map<number, Value> {
  const entries = new Map<number, Value>();
  const nums = dict?.rawList("Nums") ?? [];
  for (let index = 0; index + 1 < nums.length; index += 2)
    entries.set(nums[index] as number, nums[index + 1] ?? null);
  for (const kid of dict?.list("Kids") ?? [])
    if (kid instanceof Dict) for (const [key, value] of numberTree(kid)) entries.set(key, value);
  return entries;
}

/** The elements listed in one, without those that only group and count as not there. */
export function significantKids(element: Element): Element[] {
  return element.kids.flatMap((kid) => {
    if (kid.kind !== "element") return [];
    return isTransparent(kid.element) ? significantKids(kid.element) : [kid.element];
  });
}

/** The nearest element that one is in and that counts. */
export function significantParent(element: Element): Element | null {
  let { parent } = element;
  while (parent && isTransparent(parent)) parent = parent.parent;
  return parent;
}

const isTransparent = ({ standard }: Element): boolean =>
  standard === "NonStruct" || standard === "Div";
