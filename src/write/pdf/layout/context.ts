import type { Messages } from "../../../messages/index.js";
import type { Resources } from "../../../resources.js";
import type { Fonts } from "../font/fonts.js";
import type { Notes } from "../notes.js";
import type { Style, Type } from "../style/style.js";
import type { Tag, Target } from "./tag.js";

/** What all of a document's layout shares. */
export interface Context {
  style: Style;
  fonts: Fonts;
  resources: Resources;
  notes: Notes;
  /** Anchors that links may lead to. */
  targets: ReadonlySet<string>;
  direction: "ltr" | "rtl";
  /** True where a packet is laid out: its parts open no pages. */
  packet: boolean;
  /** The product's own words, in the document's language. */
  words: Messages;
}

/** The column that blocks are laid out in, and how they look there. */
export interface Frame {
  x: number;
  width: number;
  type: Type;
  color: string;
  /** Colour of bullets. */
  accent: string;
  bold?: boolean;
  align?: "left" | "center" | "right";
  /** How far the words of lists hang, where it is not as the width allows: in all columns of a table as far. */
  indent?: number;
  tag: Tag;
  /** "page": headings in their sizes; "card": all of them small. */
  headings: "page" | "card";
}

/** Where an address leads from here; null: nowhere, its text is plain. */
export function targetOf(href: string, context: Context): Target | null {
  if (href.startsWith("#")) {
    const names = [href.slice(1), decoded(href.slice(1))];
    const name = names.find((each) => context.targets.has(each));
    return name === undefined ? null : { name };
  }
  return URL.canParse(href) && SAFE.test(href) ? { href: new URL(href).href } : null;
}

const SAFE = /^(?:https?|mailto|tel|ftp):/i;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
