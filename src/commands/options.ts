import { nearest } from "../nearest.js";
import { FORMATS, type Format } from "../write/index.js";
import { type Option, type Options, UsageError } from "./command.js";
import { REPORT_OPTIONS } from "./reporting.js";
import type { Target } from "./work/target.js";

export { REPORT_OPTIONS, reporterOf } from "./reporting.js";

/** The options of `build` and `check`. */
export const RENDERING_OPTIONS: readonly Option[] = [
  { flags: "-o, --out <dir>", summary: "folder of the renderings", default: "output" },
  {
    flags: "-f, --format <list>",
    summary: "formats, with commas between",
    default: FORMATS.join(","),
  },
  {
    flags: "-t, --theme <theme>",
    summary: "how a PDF looks: the name of a theme, or a theme's .yaml file",
  },
  {
    flags: "-r, --reference <file>",
    summary: "how a DOCX looks: a .docx with the styles, page, header and footer to take",
  },
  ...REPORT_OPTIONS,
];

/** The formats that a list names, in our order and each once. */
export function formatsOf(list: string): Format[] {
  const names = list
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  for (const name of names) if (!isFormat(name)) throw new UsageError(unknownFormat(name));
  if (names.length === 0) throw new UsageError(`no format given, expected ${FORMATS.join(", ")}`);
  return FORMATS.filter((each) => names.includes(each));
}

/** Where renderings go, as the options say. */
export function targetOf(options: Options): Target {
  const out = String(options.out);
  // An unset variable of a script must not mean the current folder.
  if (out.trim() === "") throw new UsageError("no folder given for --out");
  const { theme, reference } = options;
  return {
    out,
    formats: formatsOf(String(options.format)),
    ...(theme !== undefined && { theme: String(theme) }),
    ...(reference !== undefined && { reference: String(reference) }),
  };
}

const isFormat = (name: string): boolean => FORMATS.some((each) => each === name);

const unknownFormat = (name: string): string =>
  `unknown format "${name}"${nearest(name, FORMATS)}, expected ${FORMATS.join(", ")}`;
