import { FileError } from "../files/index.js";
import { MAX_IMAGE_PIXELS } from "../limits.js";
import type { ImageFile } from "../resources.js";
import { jpegComplaint } from "./jpeg.js";
import { isSound } from "./png.js";

/** A PNG or JPEG with its size; anything else, or one that would fill the memory, is a FileError. */
export async function imageFileOf(bytes: Uint8Array): Promise<ImageFile> {
  const { width, height, format } = await measure(bytes);
  if (width * height > MAX_IMAGE_PIXELS) {
    throw new FileError(`more than ${MAX_IMAGE_PIXELS / 1e6} megapixels (${width} × ${height})`);
  }
  if (format === "png" && !isSound(bytes)) throw new FileError("A broken PNG");
  const wrong = format === "jpeg" ? jpegComplaint(bytes) : null;
  if (wrong !== null) throw new FileError(wrong);
  return { bytes, format, width, height };
}

async function measure(bytes: Uint8Array): Promise<Omit<ImageFile, "bytes">> {
  const { imageSize } = await import("image-size");
  try {
    const { width, height, type } = imageSize(bytes);
    const format = type === "jpg" ? "jpeg" : type;
    if (format === "png" || format === "jpeg") return { width, height, format };
  } catch {
    // No image at all: told below.
  }
  throw new FileError("neither PNG nor JPEG");
}
