import type { Writer } from "./writer.js";

/** The forms of output, by the extension of their files. */
export const FORMATS = ["pdf", "docx", "md", "json"] as const;

/** A form of output. */
export type Format = (typeof FORMATS)[number];

/** Each writer is loaded only when its format is asked for: start-up is most of a small build. */
const WRITERS = {
  pdf: async () => (await import("./pdf/index.js")).writePdf,
  docx: async () => (await import("./docx/index.js")).writeDocx,
  md: async () => (await import("./markdown/index.js")).writeMarkdown,
  json: async () => (await import("./json.js")).writeJson,
} satisfies Record<Format, () => Promise<Writer>>;

/** Loads the writer of a format. */
export const loadWriter = (format: Format): Promise<Writer> => WRITERS[format]();
