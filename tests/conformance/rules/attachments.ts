import type { Pdf } from "../pdf/open.js";
import { Dict, type Ref, type Stream, type Value, within } from "../pdf/values.js";
import { type Place, rules, unless } from "./rule.js";

/** Embedded files (ISO 19005-3, 6.8; ISO 14289-1, 7.11). */
export const attachmentRules = rules({
  "UA 7.11-1": {
    says: "An embedded file has names, F and UF",
    also: "A 6.8-2",
    matterhorn: "21-001",
    check: (pdf) =>
      specifications(pdf).flatMap(({ dict }) =>
        unless(Boolean(dict.text("F") && dict.text("UF")), "No /F or no /UF", dict.where),
      ),
  },
  "A 6.8-1": {
    says: "An embedded file tells its media type",
    check: (pdf) =>
      embedded(pdf, ({ dict }) =>
        /^[-\w+.]+\/[-\w+.]+$/.test(dict.name("Subtype") ?? "") ? "" : "No media type",
      ),
  },
  "A 6.8-3": {
    says: "An embedded file tells how it is related",
    check: (pdf) =>
      specifications(pdf).flatMap(({ dict }) =>
        unless(RELATIONS.has(dict.name("AFRelationship") ?? ""), "No /AFRelationship", dict.where),
      ),
  },
  "A 6.8-4": {
    says: "An embedded file is associated with the document or a part of it",
    check: (pdf) => {
      const associated = new Set(
        [...pdf.objects.all.values()]
          .flatMap(({ value }) => [...within(value)])
          .flatMap((value) => (value instanceof Dict ? value.rawList("AF").map(String) : [])),
      );
      return specifications(pdf).flatMap(({ key, dict }) =>
        unless(associated.has(key), "No /AF names it", dict.where),
      );
    },
  },
  "own embedded files are dated": {
    says: "An embedded file tells when it was changed (ISO 32000-1, 7.11.4; asked by ISO 19005-3, 6.8)",
    check: (pdf) =>
      embedded(pdf, ({ dict }) => {
        const date = dict.dict("Params")?.text("ModDate") ?? "";
        return /^D:\d{4}/.test(date) ? "" : "No /ModDate";
      }),
  },
  "own embedded files have their size": {
    says: "The size an embedded file tells is its own (ISO 32000-1, 7.11.4)",
    check: (pdf) =>
      embedded(pdf, (file) => {
        const size = file.dict.dict("Params")?.number("Size");
        return size === undefined || size === file.data().length ? "" : `Unexpected size ${size}`;
      }),
  },
});

const RELATIONS = new Set("Source Data Alternative Supplement Unspecified".split(" "));

function specifications({ objects }: Pdf): { key: string; dict: Dict }[] {
  return [...objects.all.values()].flatMap(({ ref, value }) =>
    [...within(value)].flatMap((each) =>
      each instanceof Dict && each.has("EF") ? [{ key: keyOf(ref, value, each), dict: each }] : [],
    ),
  );
}

/** Its reference; one within another object has none, and nothing can associate it. */
const keyOf = (ref: Ref, value: Value, each: Dict): string => (value === each ? String(ref) : "");

function embedded(pdf: Pdf, check: (file: Stream) => string): Place[] {
  return specifications(pdf).flatMap(({ dict }) => {
    const files = dict.dict("EF");
    const streams = [...(files?.entries.keys() ?? [])].flatMap((key) => files?.stream(key) ?? []);
    return [...new Set(streams)].flatMap((file) => {
      const message = check(file);
      return unless(message === "", message, file.dict.where);
    });
  });
}
