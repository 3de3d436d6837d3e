import type { Font } from "fontkit";

/** Shapes text of every script. */
export interface Shaper {
  create(bytes: Uint8Array): Font;
}

/** Text needs the shaper, which is not loaded so far. */
class ShaperMissing extends Error {}

let loaded: Shaper | undefined;

/** Loads the library that shapes what is more than letters one after the other: dear, and seldom needed. */
export async function loadShaper(): Promise<void> {
  loaded ??= await import("#fontkit");
}

/** The library; throws where it is not loaded. */
export function shaper(): Shaper {
  if (!loaded) throw new ShaperMissing("text needs shaping, and nothing has loaded the shaper");
  return loaded;
}

/** Does what changes nothing but what it makes; once more, with the shaper, if text needs that. */
export async function withShaper<T>(work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ShaperMissing)) throw error;
  }
  await loadShaper();
  return work();
}
