import type { Pdf } from "../pdf/open.js";
import { Dict, latin, Name, Ref, Stream, type Value, within } from "../pdf/values.js";
import { type Place, rules, unless } from "./rule.js";

/** The output intent, colours, graphics states and transparency (ISO 19005-3, 6.2.3 to 6.2.6, 6.2.10). */
export const colourRules = rules({
  "A 6.2.3-1": {
    says: "The profile of the output intent is one of a printer or monitor, for grey, RGB or CMYK",
    check: (pdf) => {
      const profile = intentProfile(pdf);
      return unless(!profile || isProfile(profile.data()), "Unexpected profile", "output intent");
    },
  },
  "A 6.2.3-2": {
    says: "All output intents share one profile",
    check: ({ catalog }) => {
      const refs = catalog
        .list("OutputIntents")
        .flatMap((each) => (each instanceof Dict ? [String(each.ref("DestOutputProfile"))] : []));
      return unless(new Set(refs).size <= 1, "Several profiles", "catalog");
    },
  },
  "A 6.2.3-3": {
    says: "No output intent names a profile outside of the file",
    check: ({ catalog }) =>
      catalog
        .list("OutputIntents")
        .flatMap((each) =>
          unless(
            !(each instanceof Dict && each.has("DestOutputProfileRef")),
            "/DestOutputProfileRef",
            "output intent",
          ),
        ),
  },
  "A 6.2.4.2-1": {
    says: "The profile of an ICCBased colour space is valid",
    check: ({ objects }) =>
      everything(objects.all).flatMap(([value, where]) => {
        if (!Array.isArray(value) || !(value[0] instanceof Name) || value[0].text !== "ICCBased")
          return [];
        const [, ref] = value;
        const profile = ref instanceof Ref ? objects.resolve(ref) : null;
        const holds = profile instanceof Stream && isProfile(profile.data());
        return unless(holds, "Unexpected profile", where);
      }),
  },
  "A 6.2.4.2-2": {
    says: "A file with ICCBased CMYK does not overprint in mode 1",
    check: (pdf) => {
      const isCmyk = dictsOf(pdf).some((dict) => dict.number("N") === 4);
      return states(pdf, (state) =>
        isCmyk && state.number("OPM") === 1 && ["OP", "op"].some((key) => state.get(key) === true)
          ? "Overprints in mode 1"
          : "",
      );
    },
  },
  "A 6.2.4.3-2": {
    says: "DeviceRGB is used with an RGB output intent only",
    check: (pdf) => device(pdf, "DeviceRGB", (space) => space === "RGB "),
  },
  "A 6.2.4.3-3": {
    says: "DeviceCMYK is used with a CMYK output intent only",
    check: (pdf) => device(pdf, "DeviceCMYK", (space) => space === "CMYK"),
  },
  "A 6.2.4.3-4": {
    says: "DeviceGray is used with an output intent only",
    check: (pdf) => device(pdf, "DeviceGray", (space) => space !== undefined),
  },
  "A 6.2.5-1": {
    says: "A graphics state has neither transfer functions nor halftones",
    check: (pdf) =>
      states(pdf, (state) =>
        ["TR", "TR2", "HTP", "HT", "HTO"].some((key) => state.has(key))
          ? "A transfer function"
          : "",
      ),
  },
  "A 6.2.6-1": {
    says: "A rendering intent is one of the four",
    check: (pdf) => {
      const used = pdf.pages.flatMap(({ content }) =>
        content.operations
          .filter(({ operator }) => operator === "ri")
          .map(({ operands: [name] }) => (name instanceof Name ? name.text : "")),
      );
      const named = dictsOf(pdf).flatMap((dict) => dict.name("RI") ?? dict.name("Intent") ?? []);
      return [...used, ...named].flatMap((name) =>
        unless(INTENTS.has(name), `Unexpected rendering intent ${name}`, "content"),
      );
    },
  },
  "A 6.2.10-1": {
    says: "A blend mode is one of PDF's",
    check: (pdf) =>
      states(pdf, (state) => {
        const wrong = state
          .list("BM")
          .filter((mode) => !(mode instanceof Name && BLENDS.has(mode.text)));
        return wrong.length === 0 ? "" : "Unexpected blend mode";
      }),
  },
  "A 6.2.10-2": {
    says: "A page with transparency has an output intent or a blending colour space",
    check: (pdf) => {
      const hasIntent = intentSpace(pdf) !== undefined;
      const isStated = stateDicts(pdf).some(
        (state) =>
          (state.number("ca") ?? 1) < 1 ||
          (state.number("CA") ?? 1) < 1 ||
          state.dict("SMask") !== undefined ||
          (state.name("BM") ?? "Normal") !== "Normal",
      );
      return pdf.pages.flatMap(({ dict, content, number }) => {
        const isBlended = dict.dict("Group")?.has("CS") ?? false;
        const isTransparent =
          isStated ||
          content.painted.some((each) => each.dict.has("SMask") || each.dict.has("Group"));
        const holds = hasIntent || isBlended || !isTransparent;
        return unless(holds, "Transparency without a colour space", `page ${number}`);
      });
    },
  },
});

const INTENTS = new Set(
  "RelativeColorimetric AbsoluteColorimetric Perceptual Saturation".split(" "),
);
const BLENDS = new Set(
  (
    "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight " +
    "Difference Exclusion Hue Saturation Color Luminosity"
  ).split(" "),
);

/** The profile that PDF/A's output intent names. */
function intentProfile({ catalog }: Pdf): Stream | undefined {
  const intent = catalog
    .list("OutputIntents")
    .find((each) => each instanceof Dict && each.name("S") === "GTS_PDFA1");
  return intent instanceof Dict ? intent.stream("DestOutputProfile") : undefined;
}

/** Its colour space, as its header tells. */
function intentSpace(pdf: Pdf): string | undefined {
  const profile = intentProfile(pdf);
  return profile && latin(profile.data().subarray(16, 20));
}

/** The header of a profile (ICC.1, 7.2), and that the profile is as long as it says. */
function isProfile(bytes: Uint8Array): boolean {
  if (bytes.length < 132) return false;
  const header = latin(bytes.subarray(0, 40));
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return (
    length === bytes.length &&
    header.slice(36, 40) === "acsp" &&
    /^(?:prtr|mntr|scnr|spac)$/.test(header.slice(12, 16)) &&
    /^(?:RGB |CMYK|GRAY)$/.test(header.slice(16, 20)) &&
    (bytes[8] ?? 9) < 5
  );
}

function device(pdf: Pdf, space: string, holds: (intent: string | undefined) => boolean): Place[] {
  const intent = intentSpace(pdf);
  return pdf.pages.flatMap(({ content, number }) =>
    unless(!content.colours.has(space) || holds(intent), `${space} is used`, `page ${number}`),
  );
}

const everything = (all: Pdf["objects"]["all"]): [Value, string][] =>
  [...all.values()].flatMap(({ ref, value }) =>
    [...within(value)].map((each): [Value, string] => [each, `object ${ref.number}`]),
  );

const dictsOf = ({ objects }: Pdf): Dict[] =>
  everything(objects.all).flatMap(([value]) => (value instanceof Dict ? [value] : []));

const stateDicts = (pdf: Pdf): Dict[] =>
  dictsOf(pdf).flatMap((dict) => {
    const states = dict.dict("ExtGState");
    return states ? [...states.entries.keys()].flatMap((key) => states.dict(key) ?? []) : [];
  });

const states = (pdf: Pdf, check: (state: Dict) => string): Place[] =>
  stateDicts(pdf).flatMap((state) => {
    const message = check(state);
    return unless(message === "", message, state.where);
  });
