import type { ImageBox } from "./box.js";
import type { Context, Frame } from "./context.js";
import { tagIn } from "./tag.js";

/** The theme's logo at the end of the first page's head, and the room that is left beside it. */
export function setLogo(
  frame: Frame,
  { style, direction }: Context,
): { room: Frame; logo: ImageBox | null } {
  const { of, gap, widest } = style.title.logo;
  if (!of) return { room: frame, logo: null };
  const { image, alt } = of;
  const scale = Math.min(of.height / image.height, widest / image.width);
  const [width, height] = [image.width * scale, image.height * scale];
  const rtl = direction === "rtl";
  const logo: ImageBox = {
    kind: "image",
    x: rtl ? frame.x : frame.x + frame.width - width,
    y: 0,
    width,
    height,
    image,
    tag: tagIn(frame.tag, "Figure", { alt }),
    leaf: of,
  };
  const room = { ...frame, x: rtl ? frame.x + width + gap : frame.x };
  return { room: { ...room, width: frame.width - width - gap }, logo };
}
