import type { Message } from "../diagnostics.js";
import type { Ladder, Place } from "../model/ladder.js";
import type { Splice } from "../splice.js";

/** How bad it is to break a rule. */
export type Severity = "error" | "warning" | "info";

/** A post as rules see it. */
export interface LintedPost {
  ladder: Ladder;
  /** The post's text, in which the offsets of places count UTF-16 code units. */
  text: string;
  /** The post's file name, without its folder. */
  file: string;
  /** True for a path, relative to the post's folder, at which a file or folder stands. */
  exists(path: string): boolean;
  /** What the reader has told of the post: a rule may tell it again, and better. */
  told: readonly Message[];
}

/** A stretch of the post's text, and what belongs in its place. */
export type Fix = Splice;

/** What a rule has found. */
export interface Found {
  /** "Unexpected X, expected Y". */
  reason: string;
  place: Place | undefined;
  actual?: string;
  expected?: string[];
  /** Another place that it is about: "also at 12:3" is told of it. */
  also?: Place | undefined;
  note?: string;
  /** What mends it, only where nothing can be meant but that: all of them or none. */
  fix?: readonly Fix[];
}

/** A post in small, and what the rule says of it. */
export interface Example {
  /** What it shows, in a few words: "a level without a number". */
  shows: string;
  post: string;
  /** The files beside the post; left out: none. */
  files?: readonly string[];
  /** What is found, as "line:column reason"; nothing for a post that is well. */
  found: readonly string[];
  /** The post after `--fix`; left out where nothing is mended. */
  fixed?: string;
}

/** A rule about ladders. */
export interface Rule {
  /** Its id: kebab-case. */
  name: string;
  /** What it forbids, in a line. */
  summary: string;
  /** How bad it is to break it, where nobody sets that otherwise. */
  severity: Severity;
  /** What it finds in a post, in any order. */
  check(post: LintedPost): Iterable<Found>;
  /** The first one shows what is found. */
  examples: readonly Example[];
}
