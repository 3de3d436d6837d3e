import { imageName } from "../../docx-names.js";
import type { ImageFile, Resources } from "../../resources.js";
import type { Links } from "./links.js";
import { element } from "./xml.js";

/** English Metric Units in a pixel of 96 to the inch, and in a twentieth of a point. */
const EMU_PER_PIXEL = 9525;
const EMU_PER_TWIP = 635;

/** An image is at most this high: half a page. */
const MAX_HEIGHT = 7000 * EMU_PER_TWIP;

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";

interface Embedded {
  id: string;
  image: ImageFile;
}

/** The images of a document, each embedded once. */
export class Images {
  readonly files = new Map<string, Uint8Array>();
  /** The address behind each drawing, by its name: LibreOffice keeps no other that could tell it. */
  readonly addresses = new Map<string, string>();
  readonly #known = new Map<string, Embedded | null>();

  constructor(
    private readonly resources: Resources,
    private readonly links: Links,
  ) {}

  /** A run that shows the image at most `width` twentieths of a point wide; null: can't be. */
  run(src: string, alt: string, width: number): string | null {
    const embedded = this.#embed(src);
    if (!embedded) return null;
    const id = this.addresses.size + 1;
    const name = imageName(id);
    this.addresses.set(name, src);
    const named = { id, name, descr: alt, title: src };
    return `<w:r>${drawing(embedded, named, width * EMU_PER_TWIP)}</w:r>`;
  }

  #embed(src: string): Embedded | null {
    const known = this.#known.get(src);
    if (known !== undefined) return known;
    const image = this.resources.image(src);
    const embedded = image && { id: this.#add(image), image };
    this.#known.set(src, embedded);
    return embedded;
  }

  #add(image: ImageFile): string {
    const name = `media/image${this.files.size + 1}.${image.format}`;
    this.files.set(`word/${name}`, image.bytes);
    return this.links.idOf("image", name);
  }
}

function drawing(
  { id, image }: Embedded,
  named: { id: number; name: string; descr: string; title: string },
  maxWidth: number,
): string {
  const width = Math.max(image.width, 1) * EMU_PER_PIXEL;
  const height = Math.max(image.height, 1) * EMU_PER_PIXEL;
  const scale = Math.min(1, maxWidth / width, MAX_HEIGHT / height);
  const size = {
    cx: Math.max(1, Math.round(width * scale)),
    cy: Math.max(1, Math.round(height * scale)),
  };
  const content =
    element("wp:extent", size) +
    element("wp:docPr", named) +
    `<wp:cNvGraphicFramePr>${element("a:graphicFrameLocks", { "xmlns:a": `${DRAWING}/main`, noChangeAspect: 1 })}</wp:cNvGraphicFramePr>` +
    element(
      "a:graphic",
      { "xmlns:a": `${DRAWING}/main` },
      element("a:graphicData", { uri: `${DRAWING}/picture` }, picture(id, named, size)),
    );
  const inline = element("wp:inline", { distT: 0, distB: 0, distL: 0, distR: 0 }, content);
  return `<w:drawing>${inline}</w:drawing>`;
}

const picture = (
  id: string,
  { id: number, name }: { id: number; name: string },
  size: { cx: number; cy: number },
): string =>
  element(
    "pic:pic",
    { "xmlns:pic": `${DRAWING}/picture` },
    `<pic:nvPicPr>${element("pic:cNvPr", { id: number, name })}<pic:cNvPicPr/></pic:nvPicPr>` +
      `<pic:blipFill>${element("a:blip", { "r:embed": id })}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
      `<pic:spPr><a:xfrm><a:off x="0" y="0"/>${element("a:ext", size)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
  );
