import { compared, type Stretch as TokenStretch } from "../match/tokens.js";
import { attributesIn, elementsOf, rawText, toXml, type Xml } from "../read/docx/xml.js";
import { element, escapeXml } from "../write/docx/xml.js";

/** A word, a sign, or what else a run holds, with how it is set. */
export interface Word {
  /** Empty for what is no text. */
  text: string;
  /** XML of what is no text; null: it is text. */
  other: string | null;
  /** The run's properties as XML, without their element. */
  properties: string;
  /** The start tag of the link or field around it; null: none. */
  around: string | null;
  /** True for the first word in that link: two beside each other may lead to one place. */
  begins: boolean;
  /** What it is compared by. */
  key: string;
}

/** A stretch of two texts of a document. */
export type Stretch = TokenStretch<Word>;

const WORDS = /[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}]+)*|\s+|[\s\S]/gu;

/** The words of a paragraph; `anchorOf` gives the bookmark to which a link leads. */
export function wordsOf(content: readonly Xml[], anchorOf: (name: string) => string): Word[] {
  return content.flatMap((node) => {
    if (node.name === "w:r") return runWords(node, null);
    const tag = startTag(node, anchorOf);
    const [first, ...rest] = elementsOf(node).flatMap((run) => runWords(run, tag));
    return first ? [{ ...first, begins: true }, ...rest] : [];
  });
}

function startTag(node: Xml, anchorOf: (name: string) => string): string {
  const attributes = attributesIn(node).map(([name, value]) => [
    name,
    name === "w:anchor" ? anchorOf(value) : value,
  ]);
  return element(node.name, Object.fromEntries(attributes)).replace(/\/>$/, ">");
}

function runWords(run: Xml, around: string | null): Word[] {
  const [first] = elementsOf(run);
  const set = first?.name === "w:rPr" ? first : undefined;
  const properties = elementsOf(set).map(toXml).join("");
  const word = (text: string, other: string | null, what: string): Word => ({
    text,
    other,
    properties,
    around,
    begins: false,
    key: `${around ?? ""} ${what}`,
  });
  return elementsOf(run)
    .filter((child) => child !== set)
    .flatMap((child) =>
      child.name === "w:t"
        ? (rawText(child).match(WORDS) ?? []).map((text) => word(text, null, text))
        : [word("", toXml(child), toXml(child).replace(NUMBERED, ""))],
    );
}

/** What two pictures of one image differ in. */
const NUMBERED = / (?:id|name)="[^"]*"/g;

/** Texts of which less than this part is the same are replaced as a whole. */
const LEAST_SAME = 0.2;

/** Two texts stretch by stretch, in order, as a person would mark them. */
export function comparedWords(old: readonly Word[], now: readonly Word[]): Stretch[] {
  const whole = [{ old, now, same: false }];
  const stretches = compared(old, now, (a, b) => a.key === b.key);
  if (!stretches) return whole;
  const joined = joinedStretches(stretches);
  return isMostlyNew(joined, old, now) ? whole : joined;
}

/** What is too little to stand between two changes is part of them: a space, "of". */
function joinedStretches(found: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  found.forEach((each, index) => {
    const last = joined.at(-1);
    const isInner = last !== undefined && index < found.length - 1;
    const same = each.same && !(isInner && !last.same && isLittle(each));
    if (last && !last.same && !same)
      joined[joined.length - 1] = {
        old: [...last.old, ...each.old],
        now: [...last.now, ...each.now],
        same,
      };
    else joined.push({ ...each, same });
  });
  return joined;
}

const isLittle = ({ now }: Stretch): boolean =>
  now.every(({ other, around }) => other === null && around === null) &&
  /^[^\p{L}\p{N}]*(?:\p{L}{1,3}[^\p{L}\p{N}]*)?$/u.test(textOf(now));

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join("");

function isMostlyNew(
  stretches: readonly Stretch[],
  old: readonly Word[],
  now: readonly Word[],
): boolean {
  const same = stretches.filter((each) => each.same).map(({ now: words }) => lettersIn(words));
  const most = Math.max(lettersIn(old), lettersIn(now));
  return most > 0 && same.reduce((sum, each) => sum + each, 0) < most * LEAST_SAME;
}

const lettersIn = (words: readonly Word[]): number =>
  textOf(words).replace(/[^\p{L}\p{N}]/gu, "").length;

/** Words as the content of a run; deleted text has a name of its own (ECMA-376, 17.3.3.7). */
export function wordsXml(words: readonly Word[], isDeleted: boolean): string {
  const name = isDeleted ? "w:delText" : "w:t";
  const parts: string[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") parts.push(`<${name} xml:space="preserve">${escapeXml(text)}</${name}>`);
    text = "";
  };
  for (const word of words) {
    text += word.text;
    if (word.other === null) continue;
    flush();
    parts.push(word.other);
  }
  flush();
  return parts.join("");
}
