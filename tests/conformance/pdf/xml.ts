/** An element of XML, its names as they are written and the namespaces they stand for. */
export interface XmlElement {
  name: string;
  /** The namespace of its name; "" for none. */
  space: string;
  attributes: { name: string; space: string; value: string }[];
  children: XmlElement[];
  text: string;
}

const XML_SPACE = "http://www.w3.org/XML/1998/namespace";
const TOKEN =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)([^<>]*?)(\/?)>|[^<]+|</g;
const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Reads XML strictly, as far as XMP needs it: no doctype, no CDATA. Throws where it is not well-formed. */
export function readXml(source: string): XmlElement {
  const root: XmlElement = { name: "", space: "", attributes: [], children: [], text: "" };
  const open: { element: XmlElement; spaces: Map<string, string> }[] = [
    { element: root, spaces: new Map([["xml", XML_SPACE]]) },
  ];
  for (const [token, end, start, attributes = "", empty] of source.matchAll(TOKEN)) {
    const { element, spaces } = open.at(-1) ?? fail("an end without its start");
    if (end !== undefined) {
      if (open.length < 2 || element.name !== end) fail(`the end </${end}> in <${element.name}>`);
      open.pop();
    } else if (start !== undefined) {
      const made = elementOf(start, attributes, spaces);
      element.children.push(made.element);
      if (!empty) open.push(made);
    } else if (token === "<") fail('a "<"');
    else if (!token.startsWith("<")) element.text += textOf(token);
  }
  const [first, second] = root.children;
  if (open.length > 1) fail("the end of the text");
  if (!first || second || root.text.replaceAll("\ufeff", "").trim() !== "") fail("no one root");
  return first ?? root;
}

function elementOf(name: string, source: string, outer: ReadonlyMap<string, string>) {
  const written = attributesOf(source);
  const spaces = new Map(outer);
  for (const { name: key, value } of written) {
    if (key === "xmlns") spaces.set("", value);
    if (key.startsWith("xmlns:")) spaces.set(key.slice(6), value);
  }
  const spaceOf = (key: string, isElement: boolean): string => {
    const [prefix, local] = key.split(":");
    if (local === undefined) return isElement ? (spaces.get("") ?? "") : "";
    return spaces.get(prefix ?? "") ?? fail(`the prefix "${prefix}"`);
  };
  const attributes = written
    .filter(({ name: key }) => !/^xmlns(?::|$)/.test(key))
    .map((each) => ({ ...each, space: spaceOf(each.name, false) }));
  const element = { name, space: spaceOf(name, true), attributes, children: [], text: "" };
  return { element: element as XmlElement, spaces };
}

function attributesOf(source: string): { name: string; value: string }[] {
  const found: { name: string; value: string }[] = [];
  ATTRIBUTE.lastIndex = 0;
  let rest = 0;
  for (let match = ATTRIBUTE.exec(source); match; match = ATTRIBUTE.exec(source)) {
    const [, name = "", double, single] = match;
    if (found.some((each) => each.name === name)) fail(`the attribute ${name} a second time`);
    found.push({ name, value: textOf(double ?? single ?? "") });
    rest = ATTRIBUTE.lastIndex;
  }
  if (source.slice(rest).trim() !== "") fail(`the attributes "${source.slice(rest)}"`);
  return found;
}

function textOf(source: string): string {
  if (/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u.test(source)) fail("a control character");
  return source.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));|&/gi, (token, hex, decimal, name) => {
    if (hex || decimal) return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10));
    return ENTITIES[name ?? ""] ?? fail(`the entity "${token}"`);
  });
}

function fail(what: string): never {
  throw new Error(`Unexpected ${what} in XML`);
}
