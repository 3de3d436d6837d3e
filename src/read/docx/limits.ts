/** What a DOCX from outside may be. A message tells the limit that was passed. */

/** A DOCX larger than this (128 MiB) is not read: all images of a post may be half of it. */
export const MAX_DOCX_BYTES = 128 * 1024 * 1024;

/** No more files in a DOCX than this: a long one with many images has a few hundred. */
export const MAX_ENTRIES = 10_000;

/** The bytes of a file's name in a DOCX. */
export const MAX_NAME_BYTES = 1024;

/** All files of a DOCX, unpacked (1 GiB), though most are not. */
export const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;

/** All parts that are read, unpacked (64 MiB). */
export const MAX_READ_BYTES = 64 * 1024 * 1024;

/** A part of more than 10 MiB is unpacked to at most 200 times its packed size. */
export const MAX_RATIO = 200;
export const RATIO_FROM_BYTES = 10 * 1024 * 1024;

/** All elements of the parts that are read: a post of 2,500 levels has so many. */
export const MAX_ELEMENTS = 1_000_000;

/** Elements nested deeper than this are no document that a person wrote. */
export const MAX_XML_DEPTH = 1000;

/** The depths of all elements added up: each line of JSON is indented by the depth of its node. */
export const MAX_TOTAL_DEPTH = 10_000_000;

/** Attributes of one element. */
export const MAX_ATTRIBUTES = 128;

/**
 * Characters that a document makes of what it says once and refers to again and again: addresses of
 * links, anchors, languages of code.
 */
export const MAX_REFERRED_CHARACTERS = 16 * 1024 * 1024;

/** Characters of which an edited document tells that they were changed, or that no ladder holds them. */
export const MAX_TOLD_CHARACTERS = 16 * 1024 * 1024;

/** What a table may span (WHATWG HTML, 4.9.11), as in a post. */
export const MAX_COLSPAN = 1000;
export const MAX_ROWSPAN = 65_534;
