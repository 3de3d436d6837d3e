import type { Pdf } from "../pdf/open.js";
import { hexStringsOf, streamOf, tableOf, type Written, writtenObjects } from "../pdf/syntax.js";
import { Dict, Name, Stream, Text, type Value, within } from "../pdf/values.js";
import { type Place, rules, unless } from "./rule.js";

/** The file as it is written: header, trailer, table, objects, limits (ISO 19005-3, 6.1). */
export const fileRules = rules({
  "UA 6.1-1": {
    says: "The file begins with %PDF-1.n and one end of line",
    also: "A 6.1.2-1",
    check: ({ source }) =>
      unless(/^%PDF-1\.[0-7](?:\r\n|\n|\r)(?![\r\n])/.test(source), "Unexpected header", "byte 0"),
  },
  "A 6.1.2-2": {
    says: "A comment of four bytes above 127 follows the header",
    check: ({ source }) =>
      unless(/^[^\r\n]*(?:\r\n|\n|\r)%[\x80-\xff]{4}/.test(source), "No binary comment", "line 2"),
  },
  "A 6.1.3-1": {
    says: "The trailer has an ID",
    check: ({ objects: { trailer } }) => {
      const [first] = trailer.list("ID");
      return unless(first instanceof Text && first.bytes.length > 0, "No /ID", "trailer");
    },
  },
  "A 6.1.3-2": {
    says: "The trailer has no Encrypt",
    check: ({ objects: { trailer } }) =>
      unless(!trailer.has("Encrypt"), "The file is encrypted", "trailer"),
  },
  "UA 7.16-1": {
    says: "An encrypted file lets assistive technology in",
    matterhorn: "26-002",
    check: ({ objects: { trailer } }) => {
      const permissions = trailer.dict("Encrypt")?.number("P") ?? (trailer.has("Encrypt") ? 0 : -1);
      return unless((permissions & 512) === 512, "Bit 10 of /P is not set", "Encrypt");
    },
  },
  "A 6.1.3-3": {
    says: "Nothing but an end of line follows the last %%EOF",
    check: ({ source }) =>
      unless(/%%EOF(?:\r\n|\n|\r)?$/.test(source.slice(-40)), "Data after %%EOF", "end of file"),
  },
  "A 6.1.4-2": {
    says: "One end of line parts xref from its first subsection",
    check: ({ source }) => {
      const table = tableOf(source);
      const holds = table === undefined || /^xref(?:\r\n|\n|\r)\d+ \d+\s/.test(table);
      return unless(holds, "Unexpected space after xref", "cross-reference table");
    },
  },
  "A 6.1.6-1": {
    says: "A hexadecimal string has an even number of digits",
    check: ({ source }) =>
      hexStrings(source, (digits) => digits.length % 2 === 0, "An odd number of digits"),
  },
  "A 6.1.6-2": {
    says: "A hexadecimal string has hexadecimal digits alone",
    check: ({ source }) => hexStrings(source, (digits) => /^[0-9a-f]*$/i.test(digits), "No digit"),
  },
  "A 6.1.7.1-1": {
    says: "The Length of a stream is that of its bytes",
    check: (pdf) =>
      streams(pdf, (written, stream, value) => {
        const length = value.dict.number("Length") ?? -1;
        const actual = stream.end - stream.from;
        const rest = written.source.slice(stream.from + length, stream.end);
        return length <= actual && /^(?:\r\n|\n|\r)?$/.test(rest)
          ? ""
          : `Unexpected /Length ${length}`;
      }),
  },
  "A 6.1.7.1-2": {
    says: "An end of line follows stream and precedes endstream",
    check: (pdf) =>
      streams(pdf, (_, { eol, before }) =>
        /^\r?\n$/.test(eol) && /[\r\n]$/.test(before) ? "" : "A keyword without its end of line",
      ),
  },
  "A 6.1.7.1-3": {
    says: "A stream's data is in the file",
    check: (pdf) =>
      allStreams(pdf, ({ dict }) =>
        ["F", "FFilter", "FDecodeParms"].some((key) => dict.has(key)) ? "External data" : "",
      ),
  },
  "A 6.1.7.2-1": {
    says: "Streams use the filters of PDF, but LZW and Crypt",
    check: (pdf) =>
      allStreams(pdf, ({ dict }) => {
        const names = dict.list("Filter").map((each) => (each instanceof Name ? each.text : "?"));
        const wrong = names.filter((name) => !FILTERS.has(name));
        return wrong.length > 0 ? `Unexpected filter ${wrong}` : "";
      }),
  },
  "A 6.1.8-1": {
    says: "Names of fonts and structure types are UTF-8",
    check: ({ tree, fonts }) => {
      const names = [
        ...(tree?.elements.map(({ type, path }) => [type, path] as const) ?? []),
        ...fonts.map(({ dict }) => [dict.name("BaseFont") ?? "", dict.where] as const),
      ];
      return names.flatMap(([name, where]) =>
        unless(!name.includes("\ufffd"), `The name ${name} is not UTF-8`, where),
      );
    },
  },
  "A 6.1.9-1": {
    says: "Objects are spaced as PDF/A wants them",
    check: ({ source }) =>
      writtenObjects(source).flatMap((written) => {
        const isOwnLine = /[\r\n]/.test(source[written.offset - 1] ?? "");
        const begins = /^\d+[ \t]\d+[ \t]obj[\r\n]/.test(written.source);
        const ends = /[\r\n]endobj[\r\n]/.test(written.source.slice(-80));
        return unless(
          isOwnLine && begins && ends,
          "Unexpected spacing",
          `object ${written.number}`,
        );
      }),
  },
  "A 6.1.13-1": {
    says: "Integers are of 32 bits",
    check: (pdf) => values(pdf, (value) => !Number.isInteger(value) || inRange(value as number)),
  },
  "A 6.1.13-2": {
    says: "Real numbers are neither huge nor next to nothing",
    check: (pdf) =>
      values(pdf, (value) => {
        const size = typeof value === "number" ? Math.abs(value) : 1;
        return size === 0 || (size <= 3.403e38 && size >= 1.175e-38);
      }),
  },
  "A 6.1.13-3": {
    says: "Strings are of 32767 bytes at most",
    check: (pdf) => values(pdf, (value) => !(value instanceof Text) || value.bytes.length < 32768),
  },
  "A 6.1.13-4": {
    says: "Names are of 127 bytes at most",
    check: (pdf) =>
      values(pdf, (value) => !(value instanceof Name) || Buffer.byteLength(value.text) <= 127),
  },
  "A 6.1.13-7": {
    says: "No object has a number above 8388607: there are no more of them",
    check: ({ objects }) => {
      const highest = [...objects.all.values()].reduce(
        (most, { ref }) => Math.max(most, ref.number),
        0,
      );
      return unless(highest <= 8388607, "Too many objects", `object ${highest}`);
    },
  },
  "A 6.1.13-8": {
    says: "q nests to 28 levels at most",
    check: ({ pages }) =>
      pages.flatMap(({ content, number }) =>
        unless(content.depth <= 28, `${content.depth} levels of q`, `page ${number}`),
      ),
  },
  "A 6.1.13-11": {
    says: "A page is between 3 and 14400 units wide and high",
    check: ({ pages }) =>
      pages.flatMap(({ dict, number }) =>
        ["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"].flatMap((key) => {
          const [left = 0, bottom = 0, right = 0, top = 0] = dict.list(key) as number[];
          const sizes = [Math.abs(right - left), Math.abs(top - bottom)];
          const holds = !dict.has(key) || sizes.every((size) => size >= 3 && size <= 14400);
          return unless(holds, `Unexpected ${key}`, `page ${number}`);
        }),
      ),
  },
});

const FILTERS = new Set(
  (
    "ASCIIHexDecode ASCII85Decode FlateDecode RunLengthDecode CCITTFaxDecode JBIG2Decode DCTDecode " +
    "JPXDecode"
  ).split(" "),
);

const inRange = (value: number): boolean => value <= 2147483647 && value >= -2147483648;

const hexStrings = (source: string, holds: (digits: string) => boolean, message: string): Place[] =>
  writtenObjects(source).flatMap((written) =>
    hexStringsOf(written).flatMap((digits) =>
      unless(holds(digits), message, `object ${written.number}`),
    ),
  );

type Check = (
  written: Written,
  stream: NonNullable<ReturnType<typeof streamOf>>,
  value: Stream,
) => string;

/** Judges streams as they are written; those in object streams can't be. */
function streams({ source, objects }: Pdf, check: Check): Place[] {
  return writtenObjects(source).flatMap((written) => {
    const value = objects.all.get(`${written.number} 0 R`)?.value;
    if (!(value instanceof Stream)) return [];
    const stream = streamOf(written);
    const message = stream ? check(written, stream, value) : "A stream without its keywords";
    return unless(message === "", message, `object ${written.number}`);
  });
}

function allStreams({ objects }: Pdf, check: (stream: Stream) => string): Place[] {
  return [...objects.all.values()].flatMap(({ value }) => {
    const message = value instanceof Stream ? check(value) : "";
    return unless(message === "", message, value instanceof Stream ? value.dict.where : "");
  });
}

/** Judges every value of every object and every operand of every page. */
function* values(pdf: Pdf, holds: (value: Value) => boolean): Generator<Place> {
  const told = (value: Value, where: string) =>
    unless(holds(value), `Unexpected ${value instanceof Text ? "string" : "value"}`, where);
  for (const { ref, value } of pdf.objects.all.values())
    for (const each of within(value)) {
      yield* told(each, `object ${ref.number}`);
      if (each instanceof Dict)
        for (const key of each.entries.keys()) yield* told(new Name(key), `object ${ref.number}`);
    }
  for (const { content, number } of pdf.pages)
    for (const { operands } of content.operations)
      for (const operand of operands)
        for (const each of within(operand)) yield* told(each, `page ${number}`);
}
