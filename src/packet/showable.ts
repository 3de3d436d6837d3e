/**
 * Values are shown exactly as they were given. What a page can't show, or would show as something else,
 * is therefore refused, with the name of what it is and never with the value itself.
 */
const UNSHOWABLE: readonly [RegExp, string][] = [
  [/\p{Surrogate}/u, "expected no half of a surrogate pair"],
  [/(?!\r?\n)\p{Cc}|\r(?!\n)/u, "expected no control characters"],
  [/[\u2028\u2029]/u, "expected no other line ends than newlines"],
  [/\p{Noncharacter_Code_Point}/u, "expected no code points that are no characters"],
  // They turn the order of what follows around: a name would read as another.
  [/[\u202a-\u202e\u2066-\u2069]/u, "expected no marks that override the direction of text"],
  // Joiners, variation selectors and the tags of flags shape what is seen; the others hide in it.
  [
    /(?![\u200c-\u200d]|\p{Variation_Selector}|[\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}/u,
    "expected no characters that nobody sees",
  ],
  [/^\s|\s$/u, "expected no white space at its beginning or end"],
  // A page shows one space where there are several.
  [/[ \t]{2}|[ \t]\r?\n|\r?\n[ \t]|\r?\n\r?\n/u, "expected no doubled spaces, and no empty lines"],
];

/** What is expected of a text instead; null: it can be shown as it is. */
export function unshowable(text: string): string | null {
  const found = UNSHOWABLE.find(([pattern]) => pattern.test(text));
  if (found) return found[1];
  return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text)
    ? null
    : "expected something that is seen";
}
