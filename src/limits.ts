/**
 * What a command accepts from outside, beside the limits that readers name themselves
 * (`MAX_POST_BYTES`, `MAX_LINE_LENGTH`, `MAX_DEPTH`). A message tells the limit that was passed.
 */

/** A rendering larger than this (1 GiB) is not read back. */
export const MAX_RENDERING_BYTES = 1024 * 1024 * 1024;

/** An image file larger than this (16 MiB) is not embedded. */
export const MAX_IMAGE_BYTES = 16 * 1024 * 1024;

/** An image of more pixels than this (40 megapixels) is not embedded: unpacked, it fills the memory. */
export const MAX_IMAGE_PIXELS = 40_000_000;

/** All the images of one post together (64 MiB). */
export const MAX_IMAGES_BYTES = 64 * 1024 * 1024;

/** `check` tells this many differences of a file, then how many more there are. */
export const MAX_DRIFTS_TOLD = 20;

/** A theme file larger than this (256 KiB) is not read. */
export const MAX_THEME_BYTES = 256 * 1024;

/** A theme stands on at most so many others. */
export const MAX_THEME_LAYERS = 8;

/** A font file larger than this (32 MiB) is not embedded. */
export const MAX_FONT_BYTES = 32 * 1024 * 1024;

/** A logo file larger than this (2 MiB) is not drawn. */
export const MAX_LOGO_BYTES = 2 * 1024 * 1024;

/** An SVG logo of more elements than this is not drawn. */
export const MAX_SVG_ELEMENTS = 5000;

/** A reference DOCX larger than this (64 MiB) is not read. */
export const MAX_REFERENCE_BYTES = 64 * 1024 * 1024;

/** All the files of a packet's template together (1 MiB). */
export const MAX_TEMPLATE_BYTES = 1024 * 1024;

/** A file with a candidate's values larger than this (1 MiB) is not read. */
export const MAX_DATA_BYTES = 1024 * 1024;

/** A value of a packet of more characters than this is not taken. */
export const MAX_VALUE_LENGTH = 5000;

/** A batch of candidates larger than this (1 GiB) is not read. */
export const MAX_BATCH_BYTES = 1024 * 1024 * 1024;

/** A row of a batch is no longer than this (1 MiB). */
export const MAX_ROW_BYTES = 1024 * 1024;

/** A workbook's sheet (1 GiB) and the texts that its cells share (64 MiB), unpacked. */
export const MAX_SHEET_BYTES = 1024 * 1024 * 1024;
export const MAX_SHARED_TEXT_BYTES = 64 * 1024 * 1024;

/** A part of a workbook of more than 10 MiB is unpacked to at most 200 times its packed size. */
export const MAX_SHEET_RATIO = 200;

/** GitHub shows no summary of a step that is larger than this (1 MiB). */
export const MAX_STEP_SUMMARY_BYTES = 1024 * 1024;
