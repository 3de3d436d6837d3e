import type { Pdf } from "../pdf/open.js";
import { type Dict, latin, Name, Stream, type Value } from "../pdf/values.js";
import { type Place, rules, unless } from "./rule.js";

/** Images and their samples, and forms (ISO 32000-1, 8.9 and 8.10; ISO 19005-3, 6.2.8 and 6.2.9). */
export const imageRules = rules({
  "A 6.2.8-1": {
    says: "An image has neither alternates, OPI nor interpolation",
    check: (pdf) =>
      painted(pdf, "Image", (image) =>
        image.has("Alternates") || image.has("OPI") || image.get("Interpolate") === true
          ? "Unexpected entry of an image"
          : "",
      ),
  },
  "A 6.2.9-1": {
    says: "A form has neither OPI, PostScript nor a reference",
    also: "UA 7.20-1",
    matterhorn: "30-001",
    check: (pdf) =>
      painted(pdf, "Form", (form) =>
        ["OPI", "PS", "Ref"].some((key) => form.has(key)) || form.name("Subtype2") === "PS"
          ? "Unexpected entry of a form"
          : "",
      ),
  },
  "A 6.2.9-3": {
    says: "An XObject is an image or a form",
    check: ({ pages }) =>
      pages.flatMap(({ content, number }) =>
        content.painted.flatMap(({ dict }) =>
          unless(
            /^(?:Image|Form)$/.test(dict.name("Subtype") ?? ""),
            "Another XObject",
            `page ${number}`,
          ),
        ),
      ),
  },
  "UA 7.20-2": {
    says: "A form with marked content is painted once",
    matterhorn: "30-002",
    check: ({ pages }) => {
      const seen = new Set<Stream>();
      return pages
        .flatMap(({ content }) => content.painted)
        .filter(({ dict }) => dict.has("StructParents"))
        .flatMap((form) => {
          const isNew = !seen.has(form);
          seen.add(form);
          return unless(isNew, "Painted again", form.dict.where);
        });
    },
  },
  "A 6.2.8-4": {
    says: "An image has 1, 2, 4, 8 or 16 bits per component",
    check: (pdf) =>
      images(pdf, ({ dict }) => {
        const bits = dict.number("BitsPerComponent");
        const holds = isMask(dict) || isPacked(dict) || [1, 2, 4, 8, 16].includes(bits ?? 0);
        return holds ? "" : `${bits} bits per component`;
      }),
  },
  "A 6.2.8-5": {
    says: "An image mask has one bit per component",
    check: (pdf) =>
      images(pdf, ({ dict }) =>
        !isMask(dict) || (dict.number("BitsPerComponent") ?? 1) === 1 ? "" : "More than one bit",
      ),
  },
  "own images have all their samples": {
    says: "The data of an image is as long as its rows (ISO 32000-1, 8.9.3)",
    check: (pdf) =>
      images(pdf, (image) => {
        const expected = lengthOf(image.dict);
        if (expected === undefined || isPacked(image.dict)) return "";
        const { length } = image.data();
        return length === expected ? "" : `${length} bytes, and ${expected} in its rows`;
      }),
  },
  "own masks by colour name each component": {
    says: "A mask by colours has a range for each component, of numbers it has (ISO 32000-1, 8.9.6.4)",
    check: (pdf) =>
      images(pdf, ({ dict }) => {
        const mask = dict.get("Mask");
        if (!Array.isArray(mask)) return "";
        const most = 2 ** (dict.number("BitsPerComponent") ?? 0) - 1;
        const holds =
          mask.length === 2 * (componentsOf(dict.get("ColorSpace")) ?? 0) &&
          mask.every((each) => typeof each === "number" && each >= 0 && each <= most);
        return holds ? "" : `Unexpected /Mask [${mask}]`;
      }),
  },
  "own soft masks are grey": {
    says: "A soft mask is a grey image, and has none itself (ISO 32000-1, 11.6.5.3)",
    check: (pdf) =>
      images(pdf, ({ dict }) => {
        const mask = dict.stream("SMask")?.dict;
        const holds = !mask || (mask.name("ColorSpace") === "DeviceGray" && !mask.has("SMask"));
        return holds ? "" : "Unexpected /SMask";
      }),
  },
  "own forms have content": {
    says: "A form that is painted paints something: its content is not another's",
    check: ({ pages }) =>
      pages.flatMap(({ content }) =>
        content.painted
          .filter(({ dict }) => dict.name("Subtype") === "Form")
          .flatMap((form) =>
            unless(/\S/.test(latin(form.data())), "An empty form", form.dict.where),
          ),
      ),
  },
});

const isMask = (dict: Dict): boolean => dict.get("ImageMask") === true;

/** Its filter tells what it holds. */
const isPacked = (dict: Dict): boolean =>
  dict
    .list("Filter")
    .some((each) => each instanceof Name && /^(?:DCT|JPX|JBIG2|CCITTFax)Decode$/.test(each.text));

/** Images that are painted, and their masks. */
function images({ pages }: Pdf, check: (image: Stream) => string): Place[] {
  const painted = pages
    .flatMap(({ content }) => content.painted)
    .filter(({ dict }) => dict.name("Subtype") === "Image");
  const masks = painted.flatMap(({ dict }) =>
    ["SMask", "Mask"].flatMap((key) => dict.stream(key) ?? []),
  );
  return [...new Set([...painted, ...masks])].flatMap((image) => {
    const message = check(image);
    return unless(message === "", message, image.dict.where);
  });
}

/** The bytes of all rows, each with its filter's where the data is told to be a PNG's; undefined: unknown. */
function lengthOf(dict: Dict): number | undefined {
  const components = isMask(dict) ? 1 : componentsOf(dict.get("ColorSpace"));
  const [width = 0, height = 0] = [dict.number("Width"), dict.number("Height")];
  const bits = isMask(dict) ? 1 : (dict.number("BitsPerComponent") ?? 0);
  if (components === undefined) return undefined;
  const isFiltered = (dict.dict("DecodeParms")?.number("Predictor") ?? 1) >= 10;
  return (Math.ceil((width * components * bits) / 8) + (isFiltered ? 1 : 0)) * height;
}

function componentsOf(space: Value): number | undefined {
  const [family, profile] = Array.isArray(space) ? space : [space];
  const name = family instanceof Name ? family.text : "";
  if (name === "ICCBased") return profile instanceof Stream ? profile.dict.number("N") : undefined;
  return { DeviceGray: 1, Indexed: 1, DeviceRGB: 3, DeviceCMYK: 4 }[name];
}

const painted = ({ pages }: Pdf, subtype: string, check: (dict: Dict) => string): Place[] =>
  pages.flatMap(({ content }) =>
    content.painted
      .filter(({ dict }) => dict.name("Subtype") === subtype)
      .flatMap(({ dict }) => {
        const message = check(dict);
        return unless(message === "", message, dict.where);
      }),
  );
