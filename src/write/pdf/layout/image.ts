import { isUnseen } from "../../../model/rich.js";
import type { ImageFile } from "../../../resources.js";
import type { ImageSpan } from "../text/pieces.js";
import type { Context, Frame } from "./context.js";
import type { Strip } from "./flow.js";
import { type Tag, tagIn } from "./tag.js";

/** An embedded image as a strip of its own, scaled down to its column. */
export function imageStrip(span: ImageSpan, tag: Tag, frame: Frame, context: Context): Strip {
  const image = context.resources.image(span.src) as ImageFile;
  const { width, height } = fitted(image, frame.width, context);
  const alt = isUnseen(span.alt) ? "" : span.alt.trim();
  const figure = tagIn(tag, "Figure", { alt, owner: span });
  const box = { x: frame.x, y: 2, width, height };
  return {
    kind: "strip",
    before: 0,
    height: height + 4,
    boxes: [
      { kind: "image", ...box, image, tag: figure, leaf: span },
      ...(tag.type === "Link" ? [{ kind: "area" as const, ...box, tag }] : []),
    ],
  };
}

function fitted(
  image: ImageFile,
  width: number,
  { style: { body, image: most } }: Context,
): { width: number; height: number } {
  const natural = Math.max(image.width, 1) * most.pointsPerPixel;
  const tall = Math.max(image.height, 1) * most.pointsPerPixel;
  const highest = (body.bottom - body.y) * most.height;
  const scale = Math.min(1, width / natural, highest / tall);
  return { width: natural * scale, height: tall * scale };
}
