import type { Message } from "../diagnostics.js";
import { type Path, readYaml, type YamlFile } from "../yaml/file.js";

export type { Path } from "../yaml/file.js";

/** One theme file, as it stands: a theme is such layers, each over the one that it extends. */
export interface Layer extends YamlFile {
  /** The folder of the files beside it; null: a shipped theme, which has none. */
  folder: string | null;
}

/** Reads the YAML of a theme file; an error in it is a message. */
export function readLayer(
  text: string,
  { file, folder }: { file: string; folder: string | null },
): { value: Layer | null; messages: Message[] } {
  const { value, messages } = readYaml(text, { file, what: "theme", rule: "theme" });
  return { value: value && { ...value, folder }, messages };
}

/** The file that has the last word at a path. */
export function layerOf(layers: readonly Layer[], path: Path): Layer {
  return layers.find((layer) => layer.has(path)) ?? (layers[0] as Layer);
}
