import * as path from "node:path";
import type { Message } from "../../diagnostics.js";
import { message } from "../../diagnostics.js";
import { FileError, readInside, readPackageFile, readProfile } from "../../files/index.js";
import { imageFileOf } from "../../images/image-file.js";
import { MAX_IMAGE_BYTES, MAX_IMAGES_BYTES } from "../../limits.js";
import type { Ladder, Place } from "../../model/ladder.js";
import { spansOf } from "../../model/rich.js";
import { leaves } from "../../model/walk.js";
import type { ImageFile, Resources } from "../../resources.js";
import type { Theme } from "../../theme/theme.js";

/** What a post's writers may embed, and a warning for each image that they can't. */
export interface Loaded {
  resources: Resources;
  /** The same images, by their addresses. */
  images: ReadonlyMap<string, ImageFile>;
  messages: Message[];
}

/** Loads the images that a ladder names from the folder of its post. */
export async function loadResources(
  ladder: Ladder,
  folder: string,
  theme: Theme | null,
): Promise<Loaded> {
  const images = new Map<string, ImageFile>();
  const messages: Message[] = [];
  let room = MAX_IMAGES_BYTES;
  for (const [src, place] of addressesOf(ladder)) {
    try {
      const image = await loadImage(src, folder, Math.min(room, MAX_IMAGE_BYTES));
      images.set(src, image);
      room -= image.bytes.length;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      messages.push(notEmbedded(src, place, lower(error.message)));
    }
  }
  const image = (src: string) => images.get(src) ?? null;
  const resources = { image, font: readPackageFile, profile: readProfile, theme };
  return { resources, images, messages };
}

/** The files that a ladder's images are in, as paths from the folder of its post. */
export function imagePathsOf(ladder: Ladder): string[] {
  return [...addressesOf(ladder).keys()].flatMap((src) => {
    try {
      return [localPath(src)];
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return [];
    }
  });
}

/** The addresses of a ladder's images, each with the place where it is named first. */
function addressesOf({ content }: Ladder): Map<string, Place | undefined> {
  const found = new Map<string, Place | undefined>();
  for (const { rich, place } of leaves(content)) {
    for (const span of spansOf(rich)) {
      if (span.type === "image" && !found.has(span.src)) found.set(span.src, place);
    }
  }
  return found;
}

const lower = (reason: string): string => reason.charAt(0).toLowerCase() + reason.slice(1);

function notEmbedded(src: string, place: Place | undefined, why: string): Message {
  const actual = src.length > 100 ? `${src.slice(0, 100)}…` : src;
  const reason = `Unexpected image "${actual}", expected a PNG or JPEG below the post's folder (${why})`;
  return message("warning", "image-not-embedded", reason, { place, actual });
}

async function loadImage(src: string, folder: string, limit: number): Promise<ImageFile> {
  return imageFileOf(readInside(folder, localPath(src), limit));
}

/** The path that an address of the post means. */
function localPath(src: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|\\)/i.test(src)) throw new FileError("not a relative path");
  const [name = ""] = src.split(/[?#]/, 1);
  try {
    const decoded = decodeURIComponent(name);
    if (!/[\0\\]/.test(decoded)) return path.normalize(decoded);
  } catch {
    // Not encoded after all: told below.
  }
  throw new FileError("not a path");
}
